using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LiveWorkflows.Alerts;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LiveWorkflows.Tests.Alerts;

public sealed class WebhookSenderTests
{
    private static readonly Alert Firing = new() { Id = "a1", Rule = "errors", State = AlertState.Firing, Message = "Too many." };

    [Fact]
    public async Task Send_WithASecret_SignsAsStandardWebhooksSays()
    {
        using var receiver = new Receiver(HttpStatusCode.NoContent);
        var key = Encoding.UTF8.GetBytes("0123456789abcdef");

        await Sender(receiver, new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000)), "whsec_" + Convert.ToBase64String(key)).SendAsync(Firing, default);

        var (headers, body) = receiver.Requests.Single();
        headers["webhook-id"].Should().Be("a1.firing");
        headers["webhook-timestamp"].Should().Be("1700000000");
        headers["webhook-signature"].Should().Be("v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"a1.firing.1700000000.{body}"))));
        using var json = JsonDocument.Parse(body);
        json.RootElement.GetProperty("event").GetString().Should().Be("alert");
        json.RootElement.GetProperty("alert").GetProperty("message").GetString().Should().Be("Too many.");
    }

    [Fact]
    public async Task Send_ToAServerThatFailsAtFirst_TriesAgainUnderTheSameId()
    {
        using var receiver = new Receiver(HttpStatusCode.InternalServerError, HttpStatusCode.TooManyRequests, null, HttpStatusCode.OK);
        var time = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.Zero };

        var sending = Sender(receiver, time).SendAsync(Firing, default).AsTask();
        while (!sending.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            // Not so fast that an answer on its way is taken for none.
            await Task.Delay(1);
        }

        await sending;
        receiver.Requests.Should().HaveCount(4);
        receiver.Requests.Select(request => request.Headers["webhook-id"]).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Send_ToAServerThatDoesNotWantIt_GivesUpAtOnce()
    {
        using var receiver = new Receiver(HttpStatusCode.Gone);

        await Sender(receiver, new FakeTimeProvider()).SendAsync(Firing, default);

        receiver.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Send_ToAServerThatNeverAnswers_EndsWithItsLastAttempt()
    {
        using var receiver = new Receiver { Hangs = true };
        var time = new FakeTimeProvider();

        var sending = Sender(receiver, time).SendAsync(Firing, default).AsTask();
        while (!sending.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(5));
            // Not so fast that an answer on its way is taken for none.
            await Task.Delay(1);
        }

        await sending;
        receiver.Requests.Should().HaveCount(6);
    }

    private static WebhookSender Sender(Receiver receiver, TimeProvider time, string? secret = null) =>
        new(new WebhookOptions { Url = new Uri("https://hooks.test/x"), Secret = secret }, new HttpMessageInvoker(receiver), time, NullLogger.Instance);

    /// <summary>Answers with one status after the other; null is no answer at all.</summary>
    private sealed class Receiver(params HttpStatusCode?[] answers) : HttpMessageHandler
    {
        public List<(IReadOnlyDictionary<string, string> Headers, string Body)> Requests { get; } = [];

        public bool Hangs { get; init; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            Requests.Add((request.Headers.ToDictionary(header => header.Key, header => header.Value.Single()), body));
            if (Hangs) await Task.Delay(Timeout.Infinite, cancellationToken);
            return answers[Requests.Count - 1] is { } status ? new HttpResponseMessage(status) : throw new HttpRequestException("no answer");
        }
    }
}
