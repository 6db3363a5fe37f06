using System.Text.Json;
using LiveWorkflows;
using LiveWorkflows.Artifacts;
using LiveWorkflows.Errors;
using Resume2Website.Documents;
using Resume2Website.Extraction;
using Resume2Website.Resumes;
using Resume2Website.Sites;
using Resume2Website.Stages;

namespace Resume2Website.Tests.Stages;

/// <summary>Sections are told of while the engine still reads, and can be fetched when they are.</summary>
public sealed class SectionStreamTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Resume Whole = InventedCv.Extracted.Resume;
    private static readonly ResumePart Basics = new(new FoundSection("basics", 1, 0.95), new Resume { Basics = Whole.Basics });
    private static readonly ResumePart Work = new(new FoundSection("work", 1, 0.9), Whole);

    [Fact]
    public async Task RunAsync_ASectionThatIsKnownBeforeTheRest_CanBeFetchedWhileTheEngineGoesOn()
    {
        var engine = new SlowExtractor();
        var world = new PipelineWorld { Extractor = engine };
        await world.UploadAsync();
        await using var tracker = new WorkflowTracker(world.Log);
        await using var workflow = await tracker.StartAsync(CvJob.WorkflowType, new WorkflowOptions { Id = PipelineWorld.JobId, Phases = CvPipeline.Phases });
        var run = world.Pipeline().RunAsync(PipelineWorld.JobId, workflow);
        await engine.Started.WaitAsync(Patience);

        engine.Report(Basics);
        await SectionStoredAsync(world, "basics");

        var early = await FetchAsync(world);
        early.Basics.Name.Should().Be(Whole.Basics.Name);
        early.Work.Should().BeEmpty();
        (await world.Jobs.FindAsync(PipelineWorld.JobId))!.Lines.Should().NotBeNull();
        engine.Report(Work);
        await SectionStoredAsync(world, "work");
        (await FetchAsync(world)).Work.Should().HaveCount(1);
        run.IsCompleted.Should().BeFalse("the engine has not ended");

        engine.End(InventedCv.Extracted);
        await run.WaitAsync(Patience);
        await workflow.FlushAsync();
        (await SectionsAsync(world)).Should().Equal("basics", "work", "x-other");
        (await FetchAsync(world)).Other.Should().NotBeEmpty();
    }

    [Fact]
    public async Task RunAsync_AWorkerThatDiesWhileTheEngineReads_LeavesNothingToTellTwice()
    {
        var engine = new SlowExtractor();
        var world = new PipelineWorld { Extractor = engine };
        await world.UploadAsync();
        var dying = new WorkflowTracker(world.Log);
        var first = await dying.StartAsync(CvJob.WorkflowType, new WorkflowOptions { Id = PipelineWorld.JobId, Phases = CvPipeline.Phases });
        _ = world.Pipeline().RunAsync(PipelineWorld.JobId, first);
        await engine.Started.WaitAsync(Patience);
        engine.Report(Basics);
        await SectionStoredAsync(world, "basics");

        await using var tracker = new WorkflowTracker(world.Log);
        await using var second = await tracker.ResumeAsync(PipelineWorld.JobId);
        await world.Pipeline(extractor: new FakeExtractor(InventedCv.Extracted, world.Ledger, new Interruption())).RunAsync(PipelineWorld.JobId, second!).WaitAsync(Patience);
        await second!.FlushAsync();

        (await SectionsAsync(world)).Should().Equal("basics", "work", "x-other");
    }

    [Fact]
    public async Task RunAsync_ARetryThatReadsOtherLines_KeepsThoseAndNoneOfTheFirstReading()
    {
        var world = new PipelineWorld { Findings = [new SiteFinding("hidden_data", "index.html", "A rule was broken.")] };
        await world.UploadAsync();
        await FluentActions.Awaiting(() => world.RunAsync()).Should().ThrowAsync<WorkflowException>();
        var first = (await world.Jobs.FindAsync(PipelineWorld.JobId))!.Lines;
        var newest = InventedCv.Document with { Lines = [.. InventedCv.Document.Lines.Select(line => line with { Text = line.Text.ToUpperInvariant() })] };
        (world.Document, world.Findings) = (newest, []);

        await world.RunAsync("retry-1");

        var job = (await world.Jobs.FindAsync(PipelineWorld.JobId))!;
        job.Lines.Should().NotBe(first);
        var kept = JsonElement.Parse(await ReadAsync(world, job.Lines!));
        kept.GetProperty("lines")[0].GetProperty("text").GetString().Should().Be(newest.Lines[0].Text);
        (await world.Artifacts.ListAsync(PipelineWorld.JobId).ToListAsync()).Select(artifact => artifact.Digest.Value).Should().NotContain(first);
    }

    [Fact]
    public async Task RunAsync_ThatFails_LeavesNothingOfWhatItRead()
    {
        var world = new PipelineWorld { Extracted = InventedCv.Extracted with { IsResume = false } };
        await world.UploadAsync();

        await FluentActions.Awaiting(() => world.RunAsync()).Should().ThrowAsync<WorkflowException>();

        var job = (await world.Jobs.FindAsync(PipelineWorld.JobId))!;
        (await world.Artifacts.ListAsync(PipelineWorld.JobId).ToListAsync()).Select(artifact => artifact.Digest.Value)
            .Should().BeEquivalentTo(new[] { job.Files[0].Digest, job.Resume, job.Lines }.OfType<string>());
    }

    [Fact]
    public async Task RunAsync_PartsThatWereReplaced_AreRemovedWithTheTemporaryFiles()
    {
        var engine = new SlowExtractor();
        var world = new PipelineWorld { Extractor = engine };
        await world.UploadAsync();
        await using var tracker = new WorkflowTracker(world.Log);
        await using var workflow = await tracker.StartAsync(CvJob.WorkflowType, new WorkflowOptions { Id = PipelineWorld.JobId, Phases = CvPipeline.Phases });
        var run = world.Pipeline().RunAsync(PipelineWorld.JobId, workflow);
        await engine.Started.WaitAsync(Patience);
        engine.Report(Basics);
        await SectionStoredAsync(world, "basics");
        var early = (await world.Jobs.FindAsync(PipelineWorld.JobId))!.Resume!;

        engine.End(InventedCv.Extracted);
        await run.WaitAsync(Patience);

        var job = (await world.Jobs.FindAsync(PipelineWorld.JobId))!;
        (await IsThereAsync(world, early)).Should().BeFalse();
        (await IsThereAsync(world, job.Resume!)).Should().BeTrue();
        (await IsThereAsync(world, job.Lines!)).Should().BeTrue();
    }

    [Fact]
    public async Task Lines_OfAJob_AreThoseOfTheDocument()
    {
        var world = new PipelineWorld();
        await world.UploadAsync();
        await world.RunAsync();

        var lines = JsonElement.Parse(await ReadAsync(world, (await world.Jobs.FindAsync(PipelineWorld.JobId))!.Lines!));

        lines.GetProperty("pages")[1].GetProperty("width").GetDouble().Should().Be(595);
        lines.GetProperty("lines").EnumerateArray().Select(line => (line.GetProperty("number").GetInt32(), line.GetProperty("page").GetInt32(), line.GetProperty("text").GetString()))
            .Should().Equal(InventedCv.Document.Lines.Select(line => (line.Number, line.Page, (string?)line.Text)));
    }

    private static async Task SectionStoredAsync(PipelineWorld world, string section)
    {
        using var patience = new CancellationTokenSource(Patience);
        await foreach (var stored in world.Log.FollowAsync(PipelineWorld.JobId, 0, patience.Token))
        {
            if (stored.Type == "section" && JsonElement.Parse(stored.Data.Span).GetProperty("section").GetString() == section) return;
        }
    }

    private static async Task<IReadOnlyList<string?>> SectionsAsync(PipelineWorld world) =>
        [.. (await world.EventsAsync()).Where(e => e.Type == "section").Select(e => JsonElement.Parse(e.Json).GetProperty("section").GetString())];

    private static async Task<Resume> FetchAsync(PipelineWorld world) =>
        JsonSerializer.Deserialize(await ReadAsync(world, (await world.Jobs.FindAsync(PipelineWorld.JobId))!.Resume!), ResumeJson.Default.Resume)!;

    private static async Task<byte[]> ReadAsync(PipelineWorld world, string digest)
    {
        ArtifactDigest.TryParse(digest, out var parsed).Should().BeTrue();
        await using var stream = (await world.Artifacts.OpenAsync(PipelineWorld.JobId, parsed))!;
        using var content = new MemoryStream();
        await stream.CopyToAsync(content);
        return content.ToArray();
    }

    private static async Task<bool> IsThereAsync(PipelineWorld world, string digest)
    {
        ArtifactDigest.TryParse(digest, out var parsed).Should().BeTrue();
        await using var stream = await world.Artifacts.OpenAsync(PipelineWorld.JobId, parsed);
        return stream is not null;
    }

    /// <summary>An engine that finds what a test says, when it says so.</summary>
    private sealed class SlowExtractor : IResumeExtractor
    {
        private readonly TaskCompletionSource<IProgress<ResumePart>> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<ExtractedResume> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Engine => "slow-1";

        public Task<IProgress<ResumePart>> Started => _started.Task;

        public void Report(ResumePart part) => _started.Task.Result.Report(part);

        public void End(ExtractedResume extracted) => _ended.SetResult(extracted);

        public Task<ExtractedResume> ExtractAsync(SourceDocument document, IProgress<ResumePart>? sections = null, CancellationToken cancellationToken = default)
        {
            _started.SetResult(sections!);
            return _ended.Task;
        }
    }
}
