namespace Resume2Website.Server.Operators;

/// <summary>What a caller may still do.</summary>
internal sealed record LimitsReport
{
    public required long MaxUploadBytes { get; init; }

    public required Allowance Queue { get; init; }

    public required Allowance Uploads { get; init; }

    public required int StreamsPerClient { get; init; }

    /// <summary>The language model that may read a CV when its owner agrees; null when there is none.</summary>
    public LlmOffer? Llm { get; init; }
}
