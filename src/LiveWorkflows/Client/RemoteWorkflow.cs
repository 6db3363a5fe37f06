using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;

namespace LiveWorkflows.Client;

/// <summary>A workflow on a server that this program reports. What is said is kept here until <see cref="FlushAsync"/> or disposal has sent it.</summary>
/// <remarks>
/// Thread-safe. Everything said has a rising number, by which the server takes it once, however often it has to be sent. A workflow that is disposed without an
/// end is left as it is, and ends as abandoned when the server has not heard of it for long enough.
/// </remarks>
public sealed class RemoteWorkflow : IAsyncDisposable
{
    private const int MostAtOnce = 500;
    private const int MostTries = 8;

    /// <summary>Characters of one request, which are bytes too, since all else is escaped; a server takes 1 MiB.</summary>
    private const int MostCharacters = 900_000;

    private readonly WorkflowClient _client;
    private readonly string _eventsUrl;
    private readonly Lock _gate = new();
    private readonly Queue<string> _waiting = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private long _said;

    internal RemoteWorkflow(WorkflowClient client, StartedBody started)
    {
        (_client, Id, Ticket, StreamUrl) = (client, started.WorkflowId, started.Ticket, started.StreamUrl);
        _eventsUrl = started.EventsUrl ?? $"/api/v1/workflows/{started.WorkflowId}/events";
    }

    /// <summary>The workflow's id.</summary>
    public string Id { get; }

    /// <summary>Opens this one workflow to whoever holds it; null where the server gives none.</summary>
    public string? Ticket { get; }

    /// <summary>Where it can be watched, on the server.</summary>
    public string StreamUrl { get; }

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

    /// <summary>Reports an error; the workflow goes on.</summary>
    public void ReportError(string code, string message, bool retryable = false) =>
        Report("error_reported", Fields(("code", code), ("detail", message), ("retryable", retryable)));

    /// <summary>Writes a line of log.</summary>
    public void Log(string level, string message) => Report("log", Fields(("level", level), ("message", message)));

    /// <summary>Sets a counter to what it has reached.</summary>
    public void Count(string name, long value) => Report("metric", Fields(("metrics", new JsonArray(Fields(("name", name), ("kind", "counter"), ("value", value))))));

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
        lock (_gate)
        {
            (fields["type"], fields["client_seq"]) = (type, _said + 1);
            _waiting.Enqueue(fields.ToJsonString());
            _said++;
        }
    }

    /// <summary>Sends what was said so far; tries again while the server is away or busy, for about half a minute.</summary>
    /// <exception cref="WorkflowClientException">
    /// The server refuses something that was said, which is given up, and the first refusal is thrown when all the rest is sent; or the workflow has ended there.
    /// </exception>
    /// <exception cref="HttpRequestException">The server was away for too long; what was said waits here for the next call.</exception>
    public async Task FlushAsync(CancellationToken cancellationToken = default)
    {
        await _sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            WorkflowClientException? refused = null;
            var atOnce = MostAtOnce;
            for (var some = Next(atOnce); some.Count > 0; some = Next(atOnce))
            {
                try
                {
                    await SendAsync(some, cancellationToken).ConfigureAwait(false);
                    atOnce = MostAtOnce;
                }
                catch (WorkflowClientException refusal) when (refusal.Status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge)
                {
                    // All of an array is taken, or nothing: halves lead to the one that is refused, so that it holds up none of the others.
                    atOnce = some.Count > 1 ? some.Count / 2 : MostAtOnce;
                    if (some.Count > 1) continue;
                    refused ??= refusal;
                }

                lock (_gate)
                {
                    for (var i = 0; i < some.Count; i++) _waiting.Dequeue();
                }
            }

            if (refused is not null) throw refused;
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Sends what is left.</summary>
    public async ValueTask DisposeAsync()
    {
        await FlushAsync().ConfigureAwait(false);
        _sending.Dispose();
    }

    private List<string> Next(int atMost)
    {
        var some = new List<string>();
        var characters = 0;
        lock (_gate)
        {
            foreach (var happened in _waiting)
            {
                characters += happened.Length + 1;
                if (some.Count == atMost || (some.Count > 0 && characters > MostCharacters)) break;
                some.Add(happened);
            }
        }

        return some;
    }

    private async Task SendAsync(List<string> events, CancellationToken cancellationToken)
    {
        var body = $"[{string.Join(',', events)}]";
        var backoff = new Backoff(_client.Time);
        while (true)
        {
            double? atLeast = null;
            try
            {
                (await _client.SendAsync(HttpMethod.Post, _eventsUrl, body, cancellationToken).ConfigureAwait(false)).Dispose();
                return;
            }
            catch (HttpRequestException) when (backoff.Failures < MostTries)
            {
                // It may have been taken and the answer lost: the numbers tell the server.
            }
            catch (WorkflowClientException refusal) when (refusal.Error.Retryable && backoff.Failures < MostTries)
            {
                atLeast = refusal.Error.RetryAfterMs;
            }

            await backoff.PauseAsync(atLeast, cancellationToken).ConfigureAwait(false);
        }
    }

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
