namespace Resume2Website.Server.Operators;

/// <summary>What a caller may still do.</summary>
internal sealed record LimitsReport
{
    public required long MaxUploadBytes { get; init; }

    /// <summary>The kinds of files that are taken: those whose programs are installed.</summary>
    public required IReadOnlyList<AcceptedFormat> Formats { get; init; }

    public required Allowance Queue { get; init; }

    public required Allowance Uploads { get; init; }

    /// <summary>Uploads that this caller may send within a time; null when they are not counted.</summary>
    public RateAllowance? UploadRate { get; init; }

    /// <summary>CVs of this caller that the language model may read within a time; null when they are not counted, or there is no model.</summary>
    public RateAllowance? LlmRate { get; init; }

    /// <summary>Changes of designs and résumés that this caller may make within a time; null when they are not counted.</summary>
    public RateAllowance? ChangeRate { get; init; }

    /// <summary>Sites that this caller may have made within a time only to look at them; null when they are not counted.</summary>
    public RateAllowance? LookRate { get; init; }

    public required int StreamsPerClient { get; init; }

    /// <summary>The language model that may read a CV when its owner agrees; null when there is none.</summary>
    public LlmOffer? Llm { get; init; }
}
