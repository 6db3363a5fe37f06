namespace Resume2Website.Server.Operators;

/// <summary>How the server is.</summary>
internal sealed record HealthReport
{
    /// <summary><c>ok</c> or <c>unavailable</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The parts that were looked at, each <c>ok</c> or <c>unavailable</c>.</summary>
    public IReadOnlyDictionary<string, string>? Checks { get; init; }
}
