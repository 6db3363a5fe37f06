using System.Text.Json.Serialization;

namespace Resume2Website.Server.Access;

/// <summary>The JSON of what is kept about access.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JobOwnership))]
internal sealed partial class AccessJson : JsonSerializerContext;
