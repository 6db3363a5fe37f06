using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Resume2Website.Extraction.Llm;
using Resume2Website.Resumes;

namespace Resume2Website.Tests.Extraction.Llm;

/// <summary>Endpoints that are busy, broken, silent, or answer in another form.</summary>
public sealed class MisbehavingModelTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Busy_SaysWhenToComeBack_IsAskedThen()
    {
        await using var world = await ReadingWorld.StartAsync();
        world.Model.ThenRefuses(429, retryAfter: "7");

        await ShouldReadByTheModelAsync(world);

        world.Time.Waits.Should().Equal(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task Busy_NamesADate_IsAskedThen()
    {
        await using var world = await ReadingWorld.StartAsync();
        world.Model.ThenRefuses(503, retryAfter: world.Time.GetUtcNow().AddSeconds(20).ToString("r"));

        await ShouldReadByTheModelAsync(world);

        world.Time.Waits.Should().Equal(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Broken_ForAWhile_IsAskedAgainLaterAndLater()
    {
        await using var world = await ReadingWorld.StartAsync();
        world.Model.ThenRefuses(500).ThenRefuses(502);

        await ShouldReadByTheModelAsync(world);

        world.Time.Waits.Should().Equal(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Broken_ForGood_TheEmbeddedEngineReads()
    {
        await using var world = await ReadingWorld.StartAsync();
        world.Model.ThenRefuses(500).ThenRefuses(500).ThenRefuses(500);

        await ShouldReadByTheEmbeddedEngineAsync(world, LlmRemarks.Unavailable);

        world.Model.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task Busy_ForLongerThanACvMayTake_IsNotWaitedFor()
    {
        await using var world = await ReadingWorld.StartAsync();
        world.Model.ThenRefuses(429, retryAfter: "3600");

        await ShouldReadByTheEmbeddedEngineAsync(world, LlmRemarks.Unavailable);

        (world.Model.Requests.Count, world.Time.Waits.Count).Should().Be((1, 0));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task KeyRefused_IsAskedOnceAndSaysSo(int status)
    {
        await using var world = await ReadingWorld.StartAsync();
        world.Model.ThenRefuses(status);

        await ShouldReadByTheEmbeddedEngineAsync(world, LlmRemarks.KeyRefused);
        await ShouldReadByTheEmbeddedEngineAsync(world, LlmRemarks.KeyRefused, "job-2");

        (world.Model.Requests.Count, world.Time.Waits.Count, world.Engine.IsAvailable).Should().Be((1, 0, false));
        LlmRemarks.Describe(LlmRemarks.KeyRefused).Should().Contain("Resume2Website:Llm:ApiKey");
        world.Time.Advance(LlmCircuit.PauseAfterRefusal);
        await ShouldReadByTheModelAsync(world, "job-3");
        world.Engine.IsAvailable.Should().BeTrue();
    }

    [Fact]
    public async Task Silent_UntilTheDeadline_TheEmbeddedEngineReads()
    {
        await using var world = await ReadingWorld.StartAsync();
        world.Options.Attempts = 1;
        world.Model.Then((context, _) =>
        {
            world.Time.PassDeadlines();
            return Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        await ShouldReadByTheEmbeddedEngineAsync(world, LlmRemarks.Unavailable);

        world.Model.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task Silent_CallerStops_Stops()
    {
        await using var world = await ReadingWorld.StartAsync();
        using var stop = new CancellationTokenSource();
        world.Model.Then(async (context, _) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        var reading = () => world.Engine.For("job-1").ExtractAsync(world.Document, cancellationToken: stop.Token);

        await reading.Should().ThrowAsync<OperationCanceledException>();
        world.Engine.IsAvailable.Should().BeTrue();
    }

    [Fact]
    public async Task NobodyListens_TheEmbeddedEngineReads()
    {
        await using var world = await ReadingWorld.StartAsync();
        using (var port = new TcpListener(IPAddress.Loopback, 0))
        {
            port.Start();
            world.Options.Endpoint = $"http://127.0.0.1:{((IPEndPoint)port.LocalEndpoint).Port}/v1";
        }

        await ShouldReadByTheEmbeddedEngineAsync(world, LlmRemarks.Unavailable);

        world.Time.Waits.Should().HaveCount(2);
    }

    [Fact]
    public async Task FailsForSeveralCvs_NobodyAsksForAWhileThenOneDoes()
    {
        await using var world = await ReadingWorld.StartAsync();
        for (var i = 0; i < LlmCircuit.FailuresUntilOpen; i++) world.Model.ThenRefuses(500);

        await ShouldReadByTheEmbeddedEngineAsync(world, LlmRemarks.Unavailable);
        await ShouldReadByTheEmbeddedEngineAsync(world, LlmRemarks.Unavailable, "job-2");
        await ShouldReadByTheEmbeddedEngineAsync(world, LlmRemarks.Unavailable, "job-3");

        (world.Model.Requests.Count, world.Engine.IsAvailable).Should().Be((LlmCircuit.FailuresUntilOpen, false));
        world.Time.Advance(LlmCircuit.Pause);
        await ShouldReadByTheModelAsync(world, "job-4");
    }

    [Fact]
    public async Task KnowsNotTheModel_SaysSo()
    {
        await using var world = await ReadingWorld.StartAsync();
        world.Model.ThenRefuses(404);

        await ShouldReadByTheEmbeddedEngineAsync(world, LlmRemarks.Misconfigured);

        world.Model.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task LeadsElsewhere_NothingIsSentThere()
    {
        await using var world = await ReadingWorld.StartAsync();
        await using var elsewhere = await FakeModel.StartAsync(ReadingWorld.Honest);
        world.Model.Then((context, _) =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = elsewhere.Endpoint + "/chat/completions";
            return Task.CompletedTask;
        });

        await ShouldReadByTheEmbeddedEngineAsync(world, LlmRemarks.Misconfigured);

        elsewhere.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("<html>It works!</html>")]
    [InlineData("{}")]
    [InlineData("{\"choices\":[]}")]
    [InlineData("{\"choices\":7}")]
    public async Task SpeaksAnotherLanguage_TheEmbeddedEngineReads(string body)
    {
        await using var world = await ReadingWorld.StartAsync();
        world.Options.MaxCalls = 1;
        world.Model.Then((context, _) => context.Response.WriteAsync(body));

        var extracted = await world.ReadAsync();

        extracted.Notes!.Remarks.Should().NotBeEmpty();
        Json(extracted.Resume).Should().Be(Json((await world.ReadEmbeddedAsync()).Resume));
    }

    [Theory]
    [InlineData("```json\n{0}\n```")]
    [InlineData("Here you are:\n\n```\n{0}\n```\nAnything else?")]
    [InlineData("<think>The lines { seem } odd.</think>{0}")]
    public async Task WrapsItsJson_IsUnderstood(string frame)
    {
        await using var world = await ReadingWorld.StartAsync();
        world.Model.ThenSays(request => frame.Replace("{0}", FakeModel.Json(ReadingWorld.Honest(request)), StringComparison.Ordinal));

        await ShouldReadByTheModelAsync(world);

        world.Model.Requests.Should().HaveCount(1);
    }

    [Theory]
    [InlineData("length")]
    [InlineData("stop")]
    public async Task CutsItsJson_IsAskedForFewerSections(string finish)
    {
        await using var world = await ReadingWorld.StartAsync();
        world.Model.ThenSays(request => FakeModel.Json(ReadingWorld.Honest(request))[..120], finish);

        await ShouldReadByTheModelAsync(world);

        world.Model.Requests.Select(request => request.Wanted.Count).Should().Equal(13, 6, 7);
    }

    [Fact]
    public async Task CutsEverything_EndsWithinTheBudget()
    {
        await using var world = await ReadingWorld.StartAsync();
        for (var i = 0; i < 50; i++) world.Model.ThenSays(_ => "{\"basics\": [", "length");

        var extracted = await world.ReadAsync();

        world.Model.Requests.Should().HaveCount(world.Options.MaxCalls);
        extracted.Notes!.Remarks.Should().Contain(LlmRemarks.BudgetSpent);
        Json(extracted.Resume).Should().Be(Json((await world.ReadEmbeddedAsync()).Resume));
    }

    [Fact]
    public async Task CvLongerThanTheBudget_NothingIsSent()
    {
        await using var world = await ReadingWorld.StartAsync();
        world.Options.MaxCharacters = 1_000;

        await ShouldReadByTheEmbeddedEngineAsync(world, LlmRemarks.BudgetSpent);

        world.Model.Requests.Should().BeEmpty();
    }

    private static async Task ShouldReadByTheModelAsync(ReadingWorld world, string jobId = "job-1")
    {
        var extracted = await world.ReadAsync(jobId);
        extracted.Notes!.Remarks.Should().BeEmpty();
        extracted.Resume.Work.Single().Name.Should().Be("Orchard House Ltd");
        extracted.Resume.Meta!.Engine.Should().Be(world.Engine.Name);
    }

    private static async Task ShouldReadByTheEmbeddedEngineAsync(ReadingWorld world, string remark, string jobId = "job-1")
    {
        var extracted = await world.Engine.For(jobId).ExtractAsync(world.Document, cancellationToken: Cancellation);
        extracted.Notes!.Remarks.Should().Equal(remark);
        Json(extracted.Resume).Should().Be(Json((await world.ReadEmbeddedAsync()).Resume));
    }

    private static string Json(Resume resume) => JsonSerializer.Serialize(resume, ResumeJson.Default.Resume);
}
