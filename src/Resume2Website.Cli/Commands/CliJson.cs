using System.Text.Json.Serialization;

namespace Resume2Website.Cli.Commands;

/// <summary>The JSON on the output stream: snake_case, as on the wire.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(BuildReport))]
internal sealed partial class CliJson : JsonSerializerContext;
