using LiveWorkflows.Errors;
using LiveWorkflows.Events;

namespace LiveWorkflows.Reports;

/// <summary>Errors of a run of the same kind, place and wording that came together; of their words only the masked template is kept.</summary>
internal sealed record ErrorFact
{
    /// <summary>When the first of them happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the last of them happened; null when there is only one.</summary>
    public DateTimeOffset? LastAt { get; init; }

    public long Count { get; init; } = 1;

    public required string Fingerprint { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }

    public required ErrorCategory Category { get; init; }

    public string? Phase { get; init; }

    public string? Step { get; init; }

    /// <summary>The message without its numbers, names and paths.</summary>
    public string? Template { get; init; }

    public IReadOnlyList<RecoverySuggestion> RecoverySuggestions { get; init; } = [];

    public static ErrorFact Of(ErrorReported reported, string? step) => new()
    {
        At = reported.Timestamp,
        Fingerprint = reported.Fingerprint,
        Code = reported.Code,
        Title = reported.Title,
        Category = reported.Category,
        Phase = reported.Phase,
        Step = step is null ? null : MessageTemplate.Of(step),
        Template = MessageTemplate.Of(reported.Detail),
        RecoverySuggestions = reported.RecoverySuggestions,
    };
}
