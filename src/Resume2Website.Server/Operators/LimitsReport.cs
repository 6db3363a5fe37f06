namespace Resume2Website.Server.Operators;

/// <summary>What a caller may still do.</summary>
internal sealed record LimitsReport
{
    public required long MaxUploadBytes { get; init; }

    public required Allowance Queue { get; init; }

    public required Allowance Uploads { get; init; }

    public required int StreamsPerClient { get; init; }
}
