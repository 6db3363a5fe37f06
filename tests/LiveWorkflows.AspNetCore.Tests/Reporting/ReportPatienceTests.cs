using System.Net;
using System.Text.Json;
using LiveWorkflows.EventLog;
using LiveWorkflows.Records;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LiveWorkflows.AspNetCore.Tests.Reporting;

public sealed class ReportPatienceTests
{
    [Fact]
    public async Task Start_LogThatIsAway_IsRefusedAfterTenSeconds()
    {
        var (log, time) = (new AwayEventLog { IsAway = true }, new FakeTimeProvider());
        await using var host = await StartHostAsync(log, new InMemoryRecordStore(), time);

        await ShouldBeRefusedAfterTenSecondsAsync(host.PostJsonAsync("/api/v1/workflows/start", """{"name": "import"}"""), time);
        log.IsAway = false;
    }

    [Fact]
    public async Task Report_AfterARestartWithALogThatIsAway_IsRefusedAfterTenSeconds()
    {
        var (log, records, time) = (new AwayEventLog(), new InMemoryRecordStore(), new FakeTimeProvider());
        string id;
        await using (var first = await StartHostAsync(log, records, time))
            id = (await first.PostJsonAsync("/api/v1/workflows/start", """{"name": "import"}""")).Body.GetProperty("workflow_id").GetString()!;
        log.IsAway = true;
        await using var second = await StartHostAsync(log, records, time);

        await ShouldBeRefusedAfterTenSecondsAsync(
            second.PostJsonAsync($"/api/v1/workflows/{id}/events", """[{"type": "log", "client_seq": 1, "message": "hello"}]"""), time);
        log.IsAway = false;
    }

    [Theory]
    [InlineData("99")]
    [InlineData("no_such_kind")]
    [InlineData("")]
    public async Task Report_ErrorOfACategoryThatIsNotDefined_IsInternal(string category)
    {
        await using var host = await WebHost.StartAsync();
        var id = (await host.PostJsonAsync("/api/v1/workflows/start", """{"name": "import"}""")).Body.GetProperty("workflow_id").GetString()!;

        var (status, _) = await host.PostJsonAsync($"/api/v1/workflows/{id}/events", $$"""[{"type": "error_reported", "client_seq": 1, "detail": "bad", "category": "{{category}}"}]""");

        status.Should().Be(HttpStatusCode.Accepted);
        (await host.GetJsonAsync($"/api/v1/workflows/{id}")).Body.GetProperty("errors")[0].GetProperty("category").GetString().Should().Be("internal");
    }

    private static Task<WebHost> StartHostAsync(IEventLog log, IRecordStore records, FakeTimeProvider time) =>
        WebHost.StartAsync(time: time, services: services => services.AddLiveWorkflowsInMemory().AddSingleton(log).AddSingleton(records), usesOwnStorage: false);

    private static async Task ShouldBeRefusedAfterTenSecondsAsync(Task<(HttpStatusCode Status, JsonElement Body)> call, FakeTimeProvider time)
    {
        using var patience = new CancellationTokenSource(WebHost.Patience);
        var began = time.GetUtcNow();
        while (!call.IsCompleted)
        {
            patience.Token.ThrowIfCancellationRequested();
            time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(1);
        }

        var (status, body) = await call;
        status.Should().Be(HttpStatusCode.ServiceUnavailable);
        body.GetProperty("code").GetString().Should().Be("storage_unavailable");
        (time.GetUtcNow() - began).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(10));
    }
}
