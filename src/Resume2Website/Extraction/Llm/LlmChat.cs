using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.AI;
using OpenAI;

namespace Resume2Website.Extraction.Llm;

/// <summary>One endpoint on the OpenAI-compatible wire. A call is one attempt, of one request for each form that the endpoint refuses.</summary>
/// <remarks>Thread-safe. The only place from which anything of a CV leaves the program; redirects are not followed.</remarks>
internal sealed class LlmChat : IDisposable
{
    private const string NoKey = "none";

    /// <summary>How many characters of a refusal are looked at.</summary>
    private const int MostOfARefusal = 2_000;

    private readonly TimeProvider _time;
    private readonly LlmOptions _options;
    private readonly HttpClient _http;
    private readonly IChatClient _client;
    private readonly LlmFormLadder _ladder;

    public LlmChat(LlmOptions options, TimeProvider time)
    {
        (_options, _time, _ladder) = (options, time, new LlmFormLadder(time));
        // What is on this machine is never reached through a proxy.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = !options.IsLocal, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };
        var settings = new OpenAIClientOptions
        {
            Endpoint = options.Address,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            Transport = new HttpClientPipelineTransport(_http),
        };
        var key = new ApiKeyCredential(string.IsNullOrEmpty(options.ApiKey) ? NoKey : options.ApiKey);
        _client = new OpenAIClient(key, settings).GetChatClient(options.Model).AsIChatClient();
    }

    /// <summary>Asks once, in the strictest form that the endpoint takes: where it refuses one, the next asks for less, as a request of its own.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="onRequest">Called before each request that is sent; what it throws keeps the request from being sent.</param>
    /// <param name="cancellationToken">Breaks the request off.</param>
    /// <exception cref="LlmException">There was no answer.</exception>
    public async Task<LlmAnswer> AskAsync(LlmQuestion question, Action onRequest, CancellationToken cancellationToken)
    {
        var refusals = 0;
        var isAboutForm = true;
        for (var form = _ladder.First; ; form++)
        {
            onRequest();
            try
            {
                var answer = await AskAsync(question, form, cancellationToken).ConfigureAwait(false);
                if (refusals > 0 && isAboutForm) _ladder.Settle(form);
                return answer;
            }
            catch (ClientResultException exception) when (exception.Status is 400 or 422 or 501 && form < LlmAnswerForm.Text)
            {
                // The endpoint may not know this form: the next one asks for less.
                refusals++;
                isAboutForm &= LlmFormLadder.IsAboutForm(BeginningOf(exception));
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                throw Translate(exception);
            }
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
    }

    private async Task<LlmAnswer> AskAsync(LlmQuestion question, LlmAnswerForm form, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(_options.CallTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var response = await _client.GetResponseAsync(
            [new ChatMessage(ChatRole.System, question.Instruction), new ChatMessage(ChatRole.User, question.Content)],
            OptionsFor(question, form),
            either.Token).ConfigureAwait(false);
        return new LlmAnswer(response.Text, response.FinishReason == ChatFinishReason.Length, response.Usage?.TotalTokenCount ?? 0);
    }

    private ChatOptions OptionsFor(LlmQuestion question, LlmAnswerForm form) => new()
    {
        Temperature = 0,
        MaxOutputTokens = _options.MaxOutputTokens,
        ResponseFormat = form switch
        {
            LlmAnswerForm.Schema => ChatResponseFormat.ForJsonSchema(question.Schema, "resume"),
            LlmAnswerForm.Json => ChatResponseFormat.Json,
            _ => null,
        },
        AdditionalProperties = new AdditionalPropertiesDictionary { ["strict"] = true },
    };

    /// <summary>It may quote the CV, so that it goes nowhere but to whoever looks for the name of the form in it.</summary>
    private static string? BeginningOf(ClientResultException exception) =>
        exception.GetRawResponse()?.Content.ToString() is { } text ? text[..Math.Min(text.Length, MostOfARefusal)] : null;

    private LlmException Translate(Exception exception) => exception switch
    {
        ClientResultException { Status: 401 or 403 } => new LlmException(LlmRemarks.KeyRefused),
        ClientResultException { Status: 408 or 425 or 429 or >= 500 } busy => new LlmException(LlmRemarks.Unavailable, isTransient: true, RetryAfter(busy)),
        ClientResultException { Status: > 0 } => new LlmException(LlmRemarks.Misconfigured),
        ClientResultException or HttpRequestException or IOException or OperationCanceledException or WebException => new LlmException(LlmRemarks.Unavailable, isTransient: true),
        // The endpoint answers, but not in this language: whatever the parser makes of it, nothing of it is passed on.
        _ => new LlmException(LlmRemarks.Misconfigured),
    };

    private TimeSpan? RetryAfter(ClientResultException exception)
    {
        if (exception.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var text) is not true) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return TimeSpan.FromSeconds(seconds);
        if (!DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) return null;
        return at > _time.GetUtcNow() ? at - _time.GetUtcNow() : TimeSpan.Zero;
    }
}
