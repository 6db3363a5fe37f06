using System.Text.Json;
using System.Text.RegularExpressions;
using LiveWorkflows.Artifacts;
using LiveWorkflows.Errors;
using Resume2Website.Documents;
using Resume2Website.Extraction;
using Resume2Website.Resumes;
using Resume2Website.Sites;
using Resume2Website.Stages;

namespace Resume2Website.Tests.Stages;

public sealed class PipelineFailureTests
{
    public static TheoryData<string> Codes => [.. DocumentErrors.Codes];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task RunAsync_InspectionRefuses_FailsWithItsCodeAndAdvice(string code)
    {
        var world = new PipelineWorld { OnInspect = () => new DocumentException(code), Time = TimeProvider.System };
        await ShouldFailAsync(world, code);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task RunAsync_ReadingRefuses_FailsWithItsCodeAndAdvice(string code)
    {
        var world = new PipelineWorld { OnRead = () => new DocumentException(code), Time = TimeProvider.System };
        await ShouldFailAsync(world, code);
    }

    [Fact]
    public async Task RunAsync_EmptyFile_Fails() => await ShouldFailAsync(new PipelineWorld(), "file_empty", content: []);

    [Fact]
    public async Task RunAsync_ContentIsAnotherKind_Fails() => await ShouldFailAsync(new PipelineWorld(), "file_type_mismatch", name: "cv.docx");

    [Fact]
    public async Task RunAsync_ActiveContent_Fails() =>
        await ShouldFailAsync(new PipelineWorld { Report = new InspectionReport { Format = DocumentFormat.Pdf, Pages = 1, ActiveContent = ["javascript"] } }, "active_content");

    [Fact]
    public async Task RunAsync_NoLines_FailsAsNoText() => await ShouldFailAsync(new PipelineWorld { Document = InventedCv.Document with { Lines = [] } }, "no_text");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RunAsync_AnExpressionThatKeepsSearching_FailsAsTooComplex(bool isOneOfSeveral)
    {
        var lost = new RegexMatchTimeoutException("Rosa Klee", "(a+)+$", TimeSpan.FromSeconds(2));
        var world = new PipelineWorld { Extractor = new FailingExtractor(isOneOfSeveral ? new AggregateException(lost) : lost) };
        await ShouldFailAsync(world, "too_complex");
        (await world.EventsAsync()).Should().NotContain(e => e.Json.Contains("Rosa Klee", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_NotACv_FailsAndTellsNoSections()
    {
        var world = new PipelineWorld { Extracted = InventedCv.Extracted with { IsResume = false } };
        await ShouldFailAsync(world, "not_a_cv");
        (await world.EventsAsync()).Should().NotContain(e => e.Type == "section");
        (await world.Jobs.FindAsync(PipelineWorld.JobId))!.Resume.Should().BeNull();
    }

    [Fact]
    public async Task RunAsync_UnknownTemplate_Fails() => await ShouldFailAsync(new PipelineWorld(), "design_unknown", options: new SiteOptions { Template = "nowhere" });

    [Fact]
    public async Task RunAsync_HiddenDataInTheSite_FailsAndShowsNoPreview()
    {
        var world = new PipelineWorld { Findings = [new SiteFinding("hidden_data", "index.html", "A hidden value stands in it.")] };
        await ShouldFailAsync(world, "gate_failed");
        (await world.EventsAsync())[^1].Json.Should().Contain("hidden_data (index.html): A hidden value stands in it.");
        (await world.Jobs.FindAsync(PipelineWorld.JobId))!.Site.Should().BeEmpty();
    }

    [Fact]
    public async Task RunAsync_LesserFinding_WarnsAndGoesOn()
    {
        var world = new PipelineWorld { Findings = [new SiteFinding("weight", "index.html", "Too heavy.")] };
        await world.UploadAsync();

        var result = await world.RunAsync();

        result.Warnings.Should().Equal("gate_weight");
        (await world.Jobs.FindAsync(PipelineWorld.JobId))!.Findings.Should().Equal(world.Findings);
    }

    [Fact]
    public async Task RunAsync_MalformedJsonResume_Fails() =>
        await ShouldFailAsync(new PipelineWorld(), "resume_malformed", content: """{"basics": 3}"""u8.ToArray(), name: "resume.json");

    [Fact]
    public async Task RunAsync_JsonResumeWithNulls_IsTakenWithoutThemAndNothingOfItStandsInEvents()
    {
        var world = new PipelineWorld();
        var content = """{"basics":{"name":"Ada Example","label":null},"work":[null,{"name":"Quorblina","highlights":[null]}],"skills":[null],"meta":{"engine":"Quorblina"}}""";
        await world.UploadAsync(System.Text.Encoding.UTF8.GetBytes(content), "resume.json");

        var result = await world.RunAsync();

        result.Sections.Should().BeEquivalentTo(new Dictionary<string, int> { ["basics"] = 1, ["work"] = 1 });
        string.Join('\n', (await world.EventsAsync()).Select(e => e.Json)).Should().NotContain("Quorblina");
    }

    [Fact]
    public async Task RunAsync_StorageFull_FailsWithCode()
    {
        var world = new PipelineWorld { OnRead = () => new ArtifactStoreUnavailableException(), Time = TimeProvider.System };
        await ShouldFailAsync(world, "storage_unavailable");
        world.Ledger.Of("Reading the pages").Should().Be(3, "what may pass is tried again");
    }

    [Fact]
    public async Task RunAsync_Defect_FailsWithoutItsText()
    {
        var world = new PipelineWorld { OnRead = () => new InvalidOperationException("Quorblina's secret") };
        await ShouldFailAsync(world, "internal");
        string.Join('\n', (await world.EventsAsync()).Select(e => e.Json)).Should().NotContain("Quorblina");
    }

    [Fact]
    public async Task RunAsync_Failure_ForgetsThePasswordAndSetsTheOriginalsEnd()
    {
        var world = new PipelineWorld { Extracted = InventedCv.Extracted with { IsResume = false } };
        await ShouldFailAsync(world, "not_a_cv", password: "secret");

        var job = (await world.Jobs.FindAsync(PipelineWorld.JobId))!;
        job.Password.Should().BeNull();
        job.OriginalExpiresAt.Should().Be(world.Time.GetUtcNow().AddHours(24));
    }

    [Fact]
    public void JsonResume_FieldsThatAreNotThere_AreEmptyAndNotNull()
    {
        var resume = JsonSerializer.Deserialize("""{"basics":{"name":"Ada Example"}}""", ResumeJson.Default.Resume)!;
        resume.Work.Should().NotBeNull();
        resume.Basics.Profiles.Should().NotBeNull();
    }

    private static async Task ShouldFailAsync(
        PipelineWorld world, string code, byte[]? content = null, string name = "Quorblina.pdf", SiteOptions? options = null, string? password = null)
    {
        await world.UploadAsync(content, name, options, password);

        var run = async () => await world.RunAsync();

        await run.Should().ThrowAsync<Exception>();
        var events = await world.EventsAsync();
        events.Should().NotContain(e => e.Type == "workflow_complete");
        events[^1].Type.Should().Be("workflow_failed");
        var error = JsonDocument.Parse(events[^1].Json).RootElement.GetProperty("error").Deserialize(LiveWorkflows.Events.WorkflowJson.Default.WorkflowError)!;
        error.Code.Should().Be(code);
        error.Message.Should().NotBeNullOrEmpty().And.NotContain("   at ");
        error.RecoverySuggestions.Should().NotBeEmpty();
        events.Should().ContainSingle(e => e.Type == "step_failed");
    }

    private sealed class FailingExtractor(Exception failure) : IResumeExtractor
    {
        public string Engine => "failing";

        public Task<ExtractedResume> ExtractAsync(SourceDocument document, IProgress<ResumePart>? sections = null, CancellationToken cancellationToken = default) => throw failure;
    }
}
