using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiveWorkflows.Errors;
using LiveWorkflows.EventLog;
using LiveWorkflows.Events;
using LiveWorkflows.Reports;

namespace LiveWorkflows.Client;

/// <summary>Starts, reports, watches and stops workflows of a server of LiveWorkflows, from another program.</summary>
/// <remarks>Thread-safe. The <see cref="HttpClient"/> has the server's address as <see cref="HttpClient.BaseAddress"/>, stays the caller's, and is not disposed here.</remarks>
/// <param name="http">Sends the requests.</param>
/// <param name="ticket">Sent as bearer token: a workflow's ticket, or the operator's key. Null for a server on this machine.</param>
/// <param name="timeProvider">The clock of pauses; the system's when null.</param>
public sealed class WorkflowClient(HttpClient http, string? ticket = null, TimeProvider? timeProvider = null)
{
    private const string Workflows = "api/v1/workflows";

    /// <summary>Three of the server's signs of life.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(45);

    internal TimeProvider Time { get; } = timeProvider ?? TimeProvider.System;

    /// <summary>Starts a workflow that this program reports.</summary>
    /// <exception cref="WorkflowClientException">The server refuses, for example because the id is taken.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached.</exception>
    public async Task<RemoteWorkflow> StartAsync(string name, WorkflowOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var body = new JsonObject { ["name"] = name };
        if (options?.Type is { } type) body["type"] = type;
        if (options?.Id is { } id) body["id"] = id;
        if (options?.ParentWorkflowId is { } parent) body["parent_workflow_id"] = parent;
        if (options?.Tags is { } tags) body["tags"] = new JsonObject(tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value)));
        if (options?.Phases is { } phases)
            body["phases"] = new JsonArray([.. phases.Select(phase => new JsonObject { ["name"] = phase.Name, ["expected_steps"] = phase.ExpectedSteps })]);
        using var answer = await SendAsync(HttpMethod.Post, $"{Workflows}/start", body.ToJsonString(), cancellationToken).ConfigureAwait(false);
        var stream = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var started = (await JsonSerializer.DeserializeAsync(stream, ClientJson.Default.StartedBody, cancellationToken).ConfigureAwait(false))!;
        return new RemoteWorkflow(this, started);
    }

    /// <summary>What has happened in a workflow so far.</summary>
    /// <exception cref="WorkflowClientException">There is no such workflow, or it is not to be seen.</exception>
    public async Task<WorkflowSummary> GetSummaryAsync(string workflowId, CancellationToken cancellationToken = default)
    {
        using var answer = await SendAsync(HttpMethod.Get, Address(workflowId), null, cancellationToken).ConfigureAwait(false);
        var stream = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return (await JsonSerializer.DeserializeAsync(stream, WorkflowJson.Default.WorkflowSummary, cancellationToken).ConfigureAwait(false))!;
    }

    /// <summary>The report of the window that ends now: how many workflows, how long they took, where the time goes, what goes wrong.</summary>
    /// <param name="window">How long it is: 1 minute to 24 hours, in whole minutes; what is over is rounded up.</param>
    /// <param name="type">The type of workflow it is about; null: all.</param>
    /// <param name="cancellationToken">Gives up the request.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window is not above zero, or longer than a day.</exception>
    /// <exception cref="WorkflowClientException">Reports are for operators, and this client is none.</exception>
    public async Task<WorkflowReport> GetReportAsync(TimeSpan window, string? type = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(window, TimeSpan.FromDays(1));
        var address = $"{Workflows}/metrics?time_window_minutes={Math.Ceiling(window.TotalMinutes):0}";
        if (type is not null) address += $"&type={Uri.EscapeDataString(type)}";
        using var answer = await SendAsync(HttpMethod.Get, address, null, cancellationToken).ConfigureAwait(false);
        var stream = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return (await JsonSerializer.DeserializeAsync(stream, ReportsJson.Default.WorkflowReport, cancellationToken).ConfigureAwait(false))!;
    }

    /// <summary>Asks a workflow to stop.</summary>
    /// <exception cref="WorkflowClientException">There is no such workflow, or it has ended.</exception>
    public async Task CancelAsync(string workflowId, CancellationToken cancellationToken = default) =>
        (await SendAsync(HttpMethod.Post, $"{Address(workflowId)}/cancel", "{}", cancellationToken).ConfigureAwait(false)).Dispose();

    /// <summary>The events of a workflow from behind a number: what was, then what comes, to its end. Each once, in order, over cuts and restarts of the server.</summary>
    /// <exception cref="WorkflowClientException">
    /// There is no such workflow, or it is not to be seen; or it was deleted while it was watched (<c>workflow_deleted</c>, <see cref="HttpStatusCode.Gone"/>).
    /// </exception>
    public async IAsyncEnumerable<WorkflowEvent> WatchAsync(
        string workflowId, long afterSequence = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var backoff = new Backoff(Time);
        while (true)
        {
            using var answer = await ConnectAsync(workflowId, afterSequence, backoff, cancellationToken).ConfigureAwait(false);
            if (answer.StatusCode == HttpStatusCode.NoContent) yield break;
            var stream = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var items = SseParser.Create(new AliveStream(stream, Silence, Time)).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (items.ConfigureAwait(false))
            {
                while (await NextAsync(items).ConfigureAwait(false))
                {
                    var item = items.Current;
                    if (item.EventType == "stream_end")
                    {
                        if (IsDeletion(item.Data)) throw new WorkflowClientException(HttpStatusCode.Gone, Deleted);
                        yield break;
                    }

                    if (!long.TryParse(item.EventId, out var sequence) || sequence <= afterSequence || item.Data.Length == 0) continue;
                    var happened = WorkflowEventSerializer.Deserialize(
                        new StoredEvent(workflowId, sequence, item.EventType, Encoding.UTF8.GetBytes(item.Data), LogPosition.Start));
                    afterSequence = sequence;
                    backoff.Reset();
                    yield return happened;
                    if (happened.IsTerminal) yield break;
                }
            }

            await backoff.PauseAsync(null, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends a request; a refusal is thrown with what the server says of it.</summary>
    internal async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? body, CancellationToken cancellationToken)
    {
        using var request = Request(method, address);
        if (body is not null)
        {
            request.Content = new StringContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        var answer = await AskAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccessStatusCode) return answer;
        using (answer) throw await RefusalOfAsync(answer, cancellationToken).ConfigureAwait(false);
    }

    private static WorkflowError Deleted { get; } = new()
    {
        Code = "workflow_deleted",
        Title = "The workflow was deleted",
        Message = "The workflow was deleted while it was watched: nothing more comes of it.",
        Category = ErrorCategory.Input,
        RecoverySuggestions = [new RecoverySuggestion("stop_watching", "Stop watching it, and forget its id.")],
    };

    private static bool IsDeletion(string data)
    {
        try
        {
            return JsonNode.Parse(data) is JsonObject end && end["reason"] is JsonValue reason && reason.TryGetValue(out string? why) && why == "deleted";
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Address(string workflowId) =>
        WorkflowId.IsValid(workflowId) ? $"{Workflows}/{workflowId}" : throw new ArgumentException("This is no id of a workflow.", nameof(workflowId));

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<SseItem<string>> items)
    {
        try
        {
            return await items.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            // Cut off: whoever watches connects again behind what came.
            return false;
        }
    }

    private static async Task<WorkflowClientException> RefusalOfAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        RefusalBody? refusal = null;
        try
        {
            var stream = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            refusal = await JsonSerializer.DeserializeAsync(stream, ClientJson.Default.RefusalBody, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            // No problem in JSON: something between here and the server has answered.
        }

        return new WorkflowClientException(answer.StatusCode, (refusal ?? new RefusalBody()).ToError((int)answer.StatusCode));
    }

    /// <summary>Opens the stream, and tries again as long as the server is away or busy.</summary>
    private async Task<HttpResponseMessage> ConnectAsync(string workflowId, long afterSequence, Backoff backoff, CancellationToken cancellationToken)
    {
        _ = Address(workflowId);
        while (true)
        {
            double? atLeast = null;
            try
            {
                using var request = Request(HttpMethod.Get, $"api/v1/sse/workflows/{workflowId}");
                request.Headers.Accept.ParseAdd("text/event-stream");
                if (afterSequence > 0) request.Headers.Add("Last-Event-ID", afterSequence.ToString(System.Globalization.CultureInfo.InvariantCulture));
                var answer = await AskAsync(request, cancellationToken).ConfigureAwait(false);
                if (answer.IsSuccessStatusCode) return answer;
                using (answer)
                {
                    var refusal = await RefusalOfAsync(answer, cancellationToken).ConfigureAwait(false);
                    if (!refusal.Error.Retryable) throw refusal;
                    atLeast = refusal.Error.RetryAfterMs;
                }
            }
            catch (HttpRequestException) when (afterSequence > 0 || backoff.Failures > 0)
            {
                // It was there before, so it may come back. A server that was never there is the caller's to hear of.
            }

            await backoff.PauseAsync(atLeast, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A server that does not answer in the client's time is one that cannot be reached, and no cancellation.</summary>
    private async Task<HttpResponseMessage> AskAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (TaskCanceledException exception) when (exception.InnerException is TimeoutException)
        {
            throw new HttpRequestException("The server did not answer in time.", exception);
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string address)
    {
        var request = new HttpRequestMessage(method, new Uri(address, UriKind.RelativeOrAbsolute));
        if (ticket is { Length: > 0 }) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ticket);
        return request;
    }
}
