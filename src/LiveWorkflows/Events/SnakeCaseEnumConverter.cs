using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveWorkflows.Events;

/// <summary>Writes an enum's value as the wire has it: <c>RateLimit</c> is <c>rate_limit</c>. Numbers are not read.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
public sealed class SnakeCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
