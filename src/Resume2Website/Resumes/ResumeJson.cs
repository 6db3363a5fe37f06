using System.Text.Json;
using System.Text.Json.Serialization;

namespace Resume2Website.Resumes;

/// <summary>Reads and writes JSON Resume: its own camelCase names, nothing written for null, stable bytes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(Resume))]
public sealed partial class ResumeJson : JsonSerializerContext;
