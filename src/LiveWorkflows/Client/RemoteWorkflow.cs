using System.Net.Http;
using System.Text.Json.Nodes;

namespace LiveWorkflows.Client;

/// <summary>A workflow on a server that this program reports. What is said is sent in the background, a fifth of a second later at most while the server answers.</summary>
/// <remarks>
/// <para>
/// Thread-safe; nothing here waits for the server but <see cref="FlushAsync"/> and disposal, and a server that is away or refuses never makes anything else fail.
/// Everything said has a rising number, by which the server takes it once, however often it has to be sent. A workflow that is disposed without an
/// end is left as it is, and ends as abandoned when the server has not heard of it for long enough.
/// </para>
/// <para>
/// While the server is away at most 10,000 reports or 32 MiB wait here, beside the array that is on its way. Where that is not enough, the oldest progress, measurements and lines
/// of log are given up first, then errors, warnings and events of your own, and phases and steps last; once one of those is lost, no later phase or step is told either,
/// but the end always is. What is missing is counted in <see cref="Dropped"/>, and said to the server by a warning <c>reports_dropped</c> in its place.
/// </para>
/// </remarks>
public sealed class RemoteWorkflow : IAsyncDisposable
{
    private readonly ReportQueue _queue = new();
    private readonly ReportSender _sender;
    private int _disposed;

    internal RemoteWorkflow(WorkflowClient client, StartedBody started)
    {
        (Id, Ticket, StreamUrl) = (started.WorkflowId, started.Ticket, started.StreamUrl);
        _sender = new ReportSender(client, started.EventsUrl ?? $"/api/v1/workflows/{started.WorkflowId}/events", _queue);
    }

    /// <summary>The workflow's id.</summary>
    public string Id { get; }

    /// <summary>Opens this one workflow to whoever holds it; null where the server gives none.</summary>
    public string? Ticket { get; }

    /// <summary>Where it can be watched, on the server.</summary>
    public string StreamUrl { get; }

    /// <summary>How many reports the server will never have: there was no room for them while it was away, it refused them, or the workflow was over.</summary>
    public long Dropped => _queue.Lost;

    /// <summary>The first refusal of something that was said; null where there was none.</summary>
    public WorkflowClientException? Refusal => _sender.Refusal;

    /// <summary>Begins a phase; the open one is completed first.</summary>
    public void BeginPhase(WorkflowPhase phase, int? expectedSteps = null) => Report("phase_started", Fields(("phase", phase.Name), ("expected_steps", expectedSteps)));

    /// <summary>Begins a step; name it by <paramref name="stepId"/> where several of the same name are open.</summary>
    public void BeginStep(string name, string? stepId = null, string? parentStepId = null) =>
        Report("step_started", Fields(("step_name", name), ("step_id", stepId), ("parent_step_id", parentStepId)));

    /// <summary>Says how far a step is, 0 to 1; what is no number says nothing.</summary>
    public void ReportProgress(double fraction, string? step = null)
    {
        if (!double.IsNaN(fraction)) Report("progress", Fields(("percentage", Math.Clamp(fraction, 0, 1) * 100), ("step_id", step)));
    }

    /// <summary>Ends a step well; the one that began last when <paramref name="step"/> is null.</summary>
    public void CompleteStep(string? step = null, string? detail = null, double? confidence = null) =>
        Report("step_complete", Fields(("step_id", step), ("detail", detail), ("confidence", confidence is { } sure && double.IsFinite(sure) ? sure : null)));

    /// <summary>Ends a step as failed.</summary>
    public void FailStep(string message, string? step = null, string code = "failed") =>
        Report("step_failed", Fields(("step_id", step), ("error", Fields(("code", code), ("message", message)))));

    /// <summary>Says that a step is tried again.</summary>
    /// <param name="message">Why the attempt before failed; no private text.</param>
    /// <param name="step">The step; the one that began last when null.</param>
    /// <param name="delay">How long is waited before the next attempt: up to a day.</param>
    /// <param name="code">The error's code.</param>
    public void RetryStep(string? message = null, string? step = null, TimeSpan delay = default, string code = "failed") => Report("step_retry", Fields(
        ("step_id", step),
        ("delay_ms", Math.Clamp(delay.TotalMilliseconds, 0, TimeSpan.FromDays(1).TotalMilliseconds)),
        ("error", message is null ? null : Fields(("code", code), ("message", message)))));

    /// <summary>Says that something is not as it should be; the work goes on.</summary>
    public void ReportWarning(string code, string message, string? step = null) =>
        Report("warning", Fields(("code", code), ("message", message), ("step_id", step)));

    /// <summary>Reports an error; the workflow goes on.</summary>
    public void ReportError(string code, string message, bool retryable = false) =>
        Report("error_reported", Fields(("code", code), ("detail", message), ("retryable", retryable)));

    /// <summary>Writes a line of log.</summary>
    public void Log(string level, string message) => Report("log", Fields(("level", level), ("message", message)));

    /// <summary>Sets a counter to what it has reached; below zero says nothing.</summary>
    public void Count(string name, long value, string? unit = null)
    {
        if (value >= 0) Measure(name, "counter", "value", value, unit);
    }

    /// <summary>Sets a gauge; what is not a finite number says nothing.</summary>
    public void SetGauge(string name, double value, string? unit = null)
    {
        if (double.IsFinite(value)) Measure(name, "gauge", "value", value, unit);
    }

    /// <summary>Counts towards a rate what has just happened; the server tells it per minute, over the last 60 s.</summary>
    public void MarkRate(string name, long times = 1, string? unit = null)
    {
        if (times > 0) Measure(name, "rate", "count", times, unit);
    }

    /// <summary>Adds a duration to the timer of a name; a negative one says nothing.</summary>
    public void RecordTimer(string name, TimeSpan elapsed)
    {
        if (elapsed >= TimeSpan.Zero) Measure(name, "timer", "last_ms", elapsed.TotalMilliseconds, null);
    }

    /// <summary>Ends the workflow well, with a result in JSON.</summary>
    public void Complete(JsonNode? result = null) => Report("workflow_complete", result is null ? [] : Fields(("result", result)));

    /// <summary>Ends the workflow as failed.</summary>
    public void Fail(string code, string message) => Report("workflow_failed", Fields(("error", Fields(("code", code), ("message", message)))));

    /// <summary>Says anything of the table in the documentation, or something of your own.</summary>
    /// <param name="type">The event's name on the wire.</param>
    /// <param name="fields">Its own fields; taken over.</param>
    /// <exception cref="ArgumentException">A field is a number that JSON cannot hold; nothing was said.</exception>
    public void Report(string type, JsonObject fields)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentNullException.ThrowIfNull(fields);
        _queue.Add(type, fields);
        _sender.Wake();
    }

    /// <summary>Sends what was said so far; tries again while the server is away or busy, for about half a minute.</summary>
    /// <exception cref="WorkflowClientException">
    /// The server refuses something that was said since the last call, which is given up, and the first refusal is thrown when all the rest is sent; or it takes nothing
    /// of this workflow any more, for example because it has ended there.
    /// </exception>
    /// <exception cref="HttpRequestException">The server was away for too long; what was said waits here and is sent when it is back.</exception>
    public Task FlushAsync(CancellationToken cancellationToken = default) => _sender.FlushAsync(cancellationToken);

    /// <summary>Sends what is left, for half a minute at most; <see cref="Dropped"/> and <see cref="Refusal"/> tell what did not arrive. Never throws for the server.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0) await _sender.DisposeAsync().ConfigureAwait(false);
    }

    private void Measure(string name, string kind, string figure, JsonNode value, string? unit) =>
        Report("metric", Fields(("metrics", new JsonArray(Fields(("name", name), ("kind", kind), (figure, value), ("unit", unit))))));

    private static JsonObject Fields(params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        var made = new JsonObject();
        foreach (var (name, value) in fields)
        {
            if (value is not null) made[name] = value;
        }

        return made;
    }
}
