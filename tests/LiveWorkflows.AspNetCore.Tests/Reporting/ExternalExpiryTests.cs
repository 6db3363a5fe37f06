using System.Text.Json;
using LiveWorkflows.AspNetCore.Tests.Sse;
using LiveWorkflows.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LiveWorkflows.AspNetCore.Tests.Reporting;

public sealed class ExternalExpiryTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Workflow_WhoseReporterFallsSilent_EndsAsAbandoned(bool afterARestart)
    {
        var time = new FakeTimeProvider();
        await using var first = await WebHost.StartAsync(time: time);
        var (_, started) = await first.PostJsonAsync("/api/v1/workflows/start", """{"name": "from outside"}""");
        var id = started.GetProperty("workflow_id").GetString()!;
        if (afterARestart) await first.StopAsync();
        await using var second = afterARestart
            ? await WebHost.StartAsync(time: time, services: services => services.AddSingleton(first.Log).AddSingleton(first.Records), usesOwnStorage: false)
            : null;

        var minutes = 0;
        using var patience = new CancellationTokenSource(WebHost.Patience);
        while (await first.Log.GetHeadAsync(id) is not { IsEnded: true })
        {
            patience.Token.ThrowIfCancellationRequested();
            time.Advance(TimeSpan.FromMinutes(1));
            minutes++;
            await Task.Yield();
        }

        minutes.Should().BeGreaterThanOrEqualTo(60);
        var end = (await StoredFrames.OfAsync(first.Log, id))[^1];
        end.Event.Should().Be(WorkflowFailed.Name);
        using var data = JsonDocument.Parse(end.Data);
        data.RootElement.GetProperty("status").GetString().Should().Be("abandoned");
        data.RootElement.GetProperty("error").GetProperty("code").GetString().Should().Be("abandoned");
    }
}
