using System.Text.Json;
using LiveWorkflows.Events;

namespace LiveWorkflows.AspNetCore.Reporting;

/// <summary>What a reported event must have, before anything of it is taken.</summary>
internal static class ReportedEventRules
{
    private const int MaxText = 8 * 1024;
    private const double MaxDelayMs = 24 * 60 * 60 * 1000;

    private static readonly string[] CommonFields = ["workflow_id", "seq", "timestamp", "correlation_id", "event"];
    private static readonly string[] Reserved = ["heartbeat", "resync", "stream_end", "error", "open", "message"];

    /// <summary>The event, or what is wrong with it.</summary>
    public static (ReportedEvent? Event, string? Wrong) Read(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object) return (null, "is no object");
        if (!item.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String) return (null, "has no 'type'");
        if (!item.TryGetProperty("client_seq", out var number) || number.ValueKind != JsonValueKind.Number || !number.TryGetInt64(out var clientSeq) || clientSeq < 1)
            return (null, "has no 'client_seq' of 1 or more");
        var reported = new ReportedEvent(type.GetString()!, clientSeq, item);
        return WrongWith(reported) is { } wrong ? (null, wrong) : (reported, null);
    }

    private static string? WrongWith(in ReportedEvent reported)
    {
        foreach (var field in reported.Fields.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.String && field.Value.GetString()!.Length > MaxText) return $"has a '{field.Name}' of more than {MaxText} characters";
        }

        return reported.Type switch
        {
            PhaseStarted.Name => Need(reported, "phase") ?? NotBelowZero(reported, "expected_steps"),
            PhaseCompleted.Name => null,
            StepStarted.Name => Need(reported, "step_name"),
            StepCompleted.Name => Fraction(reported, "confidence"),
            StepRetried.Name => reported.Number("delay_ms") is null or (>= 0 and <= MaxDelayMs) ? null : "has a 'delay_ms' that is not 0 to a day",
            StepFailed.Name or StepSkipped.Name or StepCancelled.Name or StepWaiting.Name or StepResumed.Name => null,
            Progressed.Name => reported.Number("percentage") is >= 0 and <= 100 ? null : "needs a 'percentage' of 0 to 100",
            MetricsReported.Name => WrongWithMetrics(reported),
            Logged.Name => Need(reported, "message"),
            ConfidenceReported.Name => reported.Number("value") is null ? "needs a 'value'" : Fraction(reported, "value"),
            WarningReported.Name => Need(reported, "code") ?? Need(reported, "message"),
            ErrorReported.Name => reported.Text("detail") is null && reported.Text("message") is null ? "needs a 'detail'" : null,
            WorkflowCompleted.Name or WorkflowFailed.Name or WorkflowCancelled.Name => null,
            WorkflowQueued.Name or WorkflowStarted.Name or WorkflowResumed.Name => $"is of type '{reported.Type}', which the server alone reports",
            _ => WrongWithCustom(reported),
        };
    }

    private static string? Need(in ReportedEvent reported, string field) => string.IsNullOrWhiteSpace(reported.Text(field)) ? $"needs a '{field}'" : null;

    private static string? Fraction(in ReportedEvent reported, string field) => reported.Number(field) is null or (>= 0 and <= 1) ? null : $"has a '{field}' that is not 0 to 1";

    private static string? NotBelowZero(in ReportedEvent reported, string field) => reported.Number(field) is null or >= 0 ? null : $"has a '{field}' below 0";

    private static string? WrongWithMetrics(in ReportedEvent reported)
    {
        if (!reported.Fields.TryGetProperty("metrics", out var metrics) || metrics.ValueKind != JsonValueKind.Array) return "needs an array 'metrics'";
        foreach (var element in metrics.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Object) return "has a metric that is no object";
            var metric = new ReportedEvent("", 0, element);
            if (string.IsNullOrWhiteSpace(metric.Text("name"))) return "has a metric without a 'name'";
            var figure = metric.Text("kind") switch
            {
                "counter" or "gauge" => metric.Number("value"),
                "rate" => metric.Number("value") ?? metric.Number("count"),
                "timer" => metric.Number("last_ms") ?? metric.Number("value"),
                _ => null,
            };
            if (figure is null) return "has a metric that is no counter or gauge with 'value', rate with 'count', or timer with 'last_ms'";
            if (figure < 0 && metric.Text("kind") != "gauge") return "has a metric below 0";
        }

        return null;
    }

    private static string? WrongWithCustom(in ReportedEvent reported)
    {
        var type = reported.Type;
        if (type.Length is 0 or > 64 || type.Any(character => !char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character) && character != '_'))
            return "has a 'type' that is not 1 to 64 lower-case letters, digits and underscores";
        if (Reserved.Contains(type) || type.StartsWith("alert", StringComparison.Ordinal)) return $"has the type '{type}', which is the server's own";
        foreach (var field in reported.Fields.EnumerateObject())
        {
            if (CommonFields.Contains(field.Name)) return $"has a field '{field.Name}', which the server fills in";
        }

        return null;
    }
}
