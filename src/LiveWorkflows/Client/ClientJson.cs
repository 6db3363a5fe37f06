using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LiveWorkflows.Errors;
using LiveWorkflows.Events;

namespace LiveWorkflows.Client;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(SnakeCaseEnumConverter<ErrorCategory>)])]
[JsonSerializable(typeof(RefusalBody))]
[JsonSerializable(typeof(StartedBody))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonArray))]
internal sealed partial class ClientJson : JsonSerializerContext;
