using LiveWorkflows.Errors;
using LiveWorkflows.Events;

namespace LiveWorkflows.Reports;

/// <summary>An error of a run, by its kind and place; its own words are left out.</summary>
internal sealed record ErrorFact
{
    public required DateTimeOffset At { get; init; }

    public required string Fingerprint { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }

    public required ErrorCategory Category { get; init; }

    public string? Phase { get; init; }

    public IReadOnlyList<RecoverySuggestion> RecoverySuggestions { get; init; } = [];

    public static ErrorFact Of(ErrorReported reported) => new()
    {
        At = reported.Timestamp,
        Fingerprint = reported.Fingerprint,
        Code = reported.Code,
        Title = reported.Title,
        Category = reported.Category,
        Phase = reported.Phase,
        RecoverySuggestions = reported.RecoverySuggestions,
    };
}
