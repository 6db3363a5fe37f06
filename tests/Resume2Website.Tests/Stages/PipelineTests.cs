using System.Text.Json;
using LiveWorkflows.Artifacts;
using Resume2Website.Resumes;
using Resume2Website.Stages;

namespace Resume2Website.Tests.Stages;

public sealed class PipelineTests
{
    [Fact]
    public async Task RunAsync_Cv_GivesTheResultOfTheContract()
    {
        var world = new PipelineWorld();
        await world.UploadAsync();

        var result = await world.RunAsync();

        result.Should().BeEquivalentTo(new CvResult
        {
            JobId = "job-1",
            SiteUrl = "/api/v1/cv/job-1/site/",
            ResumeUrl = "/api/v1/cv/job-1/resume.json",
            DownloadUrl = "/api/v1/cv/job-1/site.zip",
            Sections = new Dictionary<string, int> { ["basics"] = 1, ["work"] = 1, ["x-other"] = 1 },
            Pages = 2,
            Confidence = 0.9,
            Warnings = [],
        });
    }

    [Fact]
    public async Task RunAsync_Cv_ShowsFourPhasesAndEveryStepWithWhatCameOfIt()
    {
        var world = new PipelineWorld();
        await world.UploadAsync();
        await world.RunAsync();

        var events = await world.EventsAsync();

        events.Where(e => e.Type == "phase_complete").Select(e => Field(e.Json, "phase")).Should().Equal("VALIDATION", "PROCESSING", "GENERATION", "FINALIZATION");
        events.Where(e => e.Type == "step_complete").Select(e => $"{Field(e.Json, "step_name")}: {Field(e.Json, "detail")}").Should().Equal(
            "Checking the file type: PDF, 28 bytes",
            "Looking into its structure: 2 pages",
            "Looking for active content and malware: Nothing found",
            "Reading the pages: 2 pages, 3 lines",
            "Understanding the text: 100 % of the lines placed",
            "Making sure it is a CV: It is",
            "Collecting the sections: 1 job, 1 other section",
            "Building the pages: 2 files, 32 bytes",
            "Checking the site: Nothing to object to",
            $"Packing the download: {Field(events.Single(e => e.Type == "step_complete" && Field(e.Json, "step_name") == "Packing the download").Json, "detail")}",
            "Switching the preview on: ",
            "Removing temporary files: 4 files",
            "Scheduling the deletion of the original: In 24 hours");
        events[^1].Type.Should().Be("workflow_complete");
    }

    [Fact]
    public async Task RunAsync_Cv_SaysOfASectionOnlyWhatIsSafeAndFetchable()
    {
        var world = new PipelineWorld();
        await world.UploadAsync();
        await world.RunAsync();

        var sections = (await world.EventsAsync()).Where(e => e.Type == "section").Select(e => e.Json).ToList();

        sections.Select(json => Field(json, "section")).Should().Equal("basics", "work", "x-other");
        sections.Select(json => Field(json, "url")).Should().Equal(
            "/api/v1/cv/job-1/resume.json#/basics", "/api/v1/cv/job-1/resume.json#/work", "/api/v1/cv/job-1/resume.json#/x-other");
    }

    [Fact]
    public async Task RunAsync_Cv_EventsHoldNoTextOfTheCvNorTheFilesName()
    {
        var world = new PipelineWorld();
        await world.UploadAsync(password: "Snarkology");
        await world.RunAsync();

        var all = string.Join('\n', (await world.EventsAsync()).Select(e => e.Json));

        foreach (var word in InventedCv.PrivateWords) all.Should().NotContainEquivalentOf(word);
    }

    [Fact]
    public async Task RunAsync_Cv_MeasuresWhatTheGuidePromises()
    {
        var world = new PipelineWorld();
        await world.UploadAsync();
        await world.RunAsync();

        var metrics = string.Join('\n', (await world.EventsAsync()).Where(e => e.Type == "metric").Select(e => e.Json));

        foreach (var name in new[] { "pages", "sections_found", "confidence", "quality", "text_extraction", "ai_extraction", "render" }) metrics.Should().Contain($"\"{name}\"");
    }

    [Fact]
    public async Task RunAsync_Cv_LeavesWhatTheRecordNamesAndNothingElse()
    {
        var world = new PipelineWorld();
        await world.UploadAsync(password: "secret");
        await world.RunAsync();

        var job = (await world.Jobs.FindAsync(PipelineWorld.JobId))!;
        var kept = new List<string>();
        await foreach (var artifact in world.Artifacts.ListAsync(PipelineWorld.JobId)) kept.Add(artifact.Digest.Value);

        kept.Should().BeEquivalentTo([job.Files[0].Digest, job.Resume, job.Lines, job.SiteZip, .. job.Site.Select(file => file.Digest)]);
        job.FindSiteFile("index.html")!.ContentType.Should().Be("text/html");
        job.Password.Should().BeNull();
        job.OriginalExpiresAt.Should().Be(world.Time.GetUtcNow().AddHours(24));
        job.CompletedAt.Should().Be(world.Time.GetUtcNow());
    }

    [Fact]
    public async Task RunAsync_NoNameAndLittleSure_WarnsInWordsOfItsOwn()
    {
        var world = new PipelineWorld { Extracted = InventedCv.Extracted with { Resume = new Resume(), Confidence = 0.2 } };
        await world.UploadAsync();

        var result = await world.RunAsync();

        result.Warnings.Should().Equal("low_confidence", "name_missing", "contact_missing", "history_missing");
    }

    [Fact]
    public async Task RunAsync_JsonResume_IsTakenAsItIs()
    {
        var world = new PipelineWorld();
        await world.UploadAsync("""{"basics":{"name":"Ada Example","email":"ada@example.org"},"skills":[{"keywords":["a","b"]}]}"""u8.ToArray(), "resume.json");

        var result = await world.RunAsync();

        result.Sections.Should().BeEquivalentTo(new Dictionary<string, int> { ["basics"] = 1, ["skills"] = 2 });
        world.Ledger.Of("Reading the pages").Should().Be(0);
        var job = (await world.Jobs.FindAsync(PipelineWorld.JobId))!;
        ArtifactDigest.TryParse(job.Resume, out var digest).Should().BeTrue();
        var stream = await world.Artifacts.OpenAsync(PipelineWorld.JobId, digest);
        JsonSerializer.Deserialize(stream!, ResumeJson.Default.Resume)!.Basics.Name.Should().Be("Ada Example");
    }

    private static string Field(string json, string name) => JsonDocument.Parse(json).RootElement.TryGetProperty(name, out var value) ? value.ToString() : "";
}
