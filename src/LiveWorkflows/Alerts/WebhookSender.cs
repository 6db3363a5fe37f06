using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace LiveWorkflows.Alerts;

/// <summary>Posts alerts to one address, signed and repeated as Standard Webhooks 1.0 asks (standardwebhooks.com).</summary>
internal sealed partial class WebhookSender(WebhookOptions options, HttpMessageInvoker client, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly byte[]? _key = options.Key;

    /// <summary>A client for webhooks: an answer that leads elsewhere is not followed, since only addresses from the settings are posted to.</summary>
    public static HttpMessageInvoker CreateClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });

    public async ValueTask SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        var isOver = alert.State == AlertState.Resolved;
        var body = JsonSerializer.SerializeToUtf8Bytes(new WebhookBody(isOver ? "alert_resolved" : "alert", alert), AlertJson.Default.WebhookBody);
        var id = $"{alert.Id}.{(isOver ? "resolved" : "firing")}";
        var pause = FirstPause;
        for (var attempt = 1; ; attempt++)
        {
            var status = await TryAsync(id, body, cancellationToken).ConfigureAwait(false);
            if (status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices) return;
            if (attempt >= options.MaxAttempts || IsFinal(status))
            {
                LogGivenUp(logger, attempt, status is { } code ? ((int)code).ToString(CultureInfo.InvariantCulture) : "no answer");
                return;
            }

            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
        }
    }

    /// <summary>What no repetition can mend: the receiver understood and does not want it.</summary>
    private static bool IsFinal(HttpStatusCode? status) =>
        status is >= HttpStatusCode.MultipleChoices and < HttpStatusCode.InternalServerError and not HttpStatusCode.RequestTimeout and not HttpStatusCode.TooManyRequests;

    private async ValueTask<HttpStatusCode?> TryAsync(string id, byte[] body, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        if (_key is not null) request.Headers.Add("webhook-signature", Sign(_key, id, timestamp, body));
        try
        {
            using var response = await client.SendAsync(request, either.Token).ConfigureAwait(false);
            return response.StatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    private static string Sign(byte[] key, string id, string timestamp, byte[] body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}";
    }

    [LoggerMessage(LogLevel.Warning, "An alert could not be posted to a webhook after {Attempts} attempts (last: {Status}).")]
    private static partial void LogGivenUp(ILogger logger, int attempts, string status);
}
