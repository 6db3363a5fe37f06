using System.Text;
using System.Text.Json;
using LiveWorkflows.Artifacts;
using Resume2Website.Documents;
using Resume2Website.Extraction;
using Resume2Website.Extraction.Learned;
using Resume2Website.Resumes;
using Resume2Website.Sites;
using Resume2Website.Stages;
using Resume2Website.Tests.Extraction;

namespace Resume2Website.Tests.Stages;

public sealed class ResumePictureTests
{
    private const string Safe = "data:image/jpeg;base64,/9gBAgP/2Q==";
    private static readonly SourcePortrait Portrait = new(1, new SourceBox(420, 52, 100, 130), new byte[] { 0xFF, 0xD8, 1, 2, 3, 0xFF, 0xD9 });

    [Fact]
    public async Task RunAsync_DocumentWithAPortrait_PutsItIntoTheResumeWithItsPlace()
    {
        var world = new PipelineWorld { Document = InventedCv.Document with { Portrait = Portrait } };
        await world.UploadAsync();
        await world.RunAsync();

        var resume = await ResumeAsync(world);

        resume.Basics.Image.Should().Be(Safe);
        resume.Meta!.Provenance!["/basics/image"].Should().BeEquivalentTo(new ValueProvenance { Page = 1, Box = [420, 52, 100, 130] });
        resume.Meta.Confidence!["/basics/image"].Should().BeInRange(0.1, 0.99);
        string.Join('\n', (await world.EventsAsync()).Select(e => e.Json)).Should().NotContain("/9gBAgP").And.NotContain("data:image");
    }

    [Fact]
    public async Task RunAsync_DocumentWithAPortrait_GivesItToNoEngine()
    {
        var engine = new Onlooker();
        var world = new PipelineWorld { Document = InventedCv.Document with { Portrait = Portrait }, Extractor = engine };
        await world.UploadAsync();
        await world.RunAsync();

        engine.Seen.Should().NotBeNull();
        engine.Seen!.Portrait.Should().BeNull();
        (await ResumeAsync(world)).Basics.Image.Should().Be(Safe);
    }

    [Fact]
    public async Task WithPortrait_KeepsTheLawThatEveryValueSaysWhereItStands()
    {
        string[] lines = ["Alma Verne", "alma@example.org", "Work Experience", "Clockmaker, Verne & Sons", "2019 - 2021", "Education", "University of Lund", "2015 - 2018"];
        var document = new SourceDocument
        {
            Format = DocumentFormat.Text, Pages = [new SourcePage(1)], Portrait = Portrait with { Box = null },
            Lines = [.. lines.Select((text, i) => new SourceLine { Page = 1, Number = i + 1, Text = text })],
        };

        var resume = ResumePicture.WithPortrait((await new LearnedExtractor().ExtractAsync(document)).Resume, document.Portrait);

        Provenance.Complaints(resume, document).Should().BeEmpty();
        Provenance.Complaints(resume, document with { Portrait = null }).Should().ContainSingle("it is another picture");
    }

    [Fact]
    public async Task RunAsync_ResumeWithAPicture_KeepsOnlyWhatTheReaderMadeOfIt()
    {
        var world = await RunAsync(new PipelineWorld(), "data:image/png;base64,aGVsbG8=");

        (await ResumeAsync(world)).Basics.Image.Should().Be(Safe);
        (await world.Jobs.FindAsync(PipelineWorld.JobId))!.Warnings.Should().NotContain("picture_dropped");
    }

    [Theory]
    [InlineData("https://example.org/ada.png")]
    [InlineData("ada.png")]
    [InlineData("data:image/png,hello")]
    [InlineData("data:image/png;base64,???")]
    [InlineData("data:text/html;base64,aGVsbG8=")]
    [InlineData("file:///etc/passwd")]
    public async Task RunAsync_ResumeWithNoPictureInIt_DropsItWithAWarningAndAsksNobody(string image)
    {
        var world = await RunAsync(new PipelineWorld(), image);

        (await ResumeAsync(world)).Basics.Image.Should().BeNull();
        (await world.Jobs.FindAsync(PipelineWorld.JobId))!.Warnings.Should().Contain("picture_dropped");
        world.Ledger.Of("Encoding the picture anew").Should().Be(0);
        (await world.EventsAsync()).Should().Contain(e => e.Json.Contains("no address is followed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_ResumeWithAPictureThatIsRefused_DropsItWithAWarning()
    {
        var world = await RunAsync(new PipelineWorld { OnPicture = () => new DocumentException("file_damaged") }, "data:image/png;base64,aGVsbG8=");

        (await ResumeAsync(world)).Basics.Image.Should().BeNull();
        (await world.Jobs.FindAsync(PipelineWorld.JobId))!.Warnings.Should().Contain("picture_dropped");
    }

    [Fact]
    public async Task MadeSafeAsync_PictureThatIsKeptAlready_StaysAsItIs()
    {
        var ledger = new WorkLedger();
        var reader = new FakeReader(InventedCv.Document, ledger, new Interruption());
        var resume = new Resume { Basics = new Basics { Name = "Ada", Image = "data:image/jpeg;base64,aGVsbG8=" } };

        var same = await ResumePicture.MadeSafeAsync(resume, reader, known: "data:image/jpeg;base64,aGVsbG8=");
        var other = await ResumePicture.MadeSafeAsync(resume, reader, known: Safe);

        same.Should().BeSameAs(resume);
        other.Basics.Image.Should().Be(Safe);
        ledger.Of("Encoding the picture anew").Should().Be(1);
        ResumePicture.IsDropped(resume, other).Should().BeFalse();
    }

    [Fact]
    public async Task MadeSafeAsync_NoReader_IsNoReasonToDropThePicture()
    {
        var reader = new FakeReader(InventedCv.Document, new WorkLedger(), new Interruption()) { OnPicture = () => new DocumentException("reader_unavailable") };
        var resume = new Resume { Basics = new Basics { Image = "data:image/jpeg;base64,aGVsbG8=" } };

        await FluentActions.Awaiting(() => ResumePicture.MadeSafeAsync(resume, reader)).Should().ThrowAsync<DocumentException>();
    }

    [Fact]
    public void ShowPhoto_OptionsThatWereKeptBeforeThereWasOne_AreTrue()
    {
        var options = JsonSerializer.Deserialize("""{"template":"gutter"}""", CvJson.Default.SiteOptions)!;
        var hidden = JsonSerializer.Deserialize(JsonSerializer.Serialize(new SiteOptions { ShowPhoto = false }, CvJson.Default.SiteOptions), CvJson.Default.SiteOptions)!;

        options.ShowPhoto.Should().BeTrue();
        hidden.ShowPhoto.Should().BeFalse();
    }

    private static async Task<PipelineWorld> RunAsync(PipelineWorld world, string image)
    {
        var json = JsonSerializer.Serialize(new Resume { Basics = new Basics { Name = "Ada", Email = "ada@example.org", Image = image }, Work = [new WorkEntry { Name = "Orchards" }] }, ResumeJson.Default.Resume);
        await world.UploadAsync(Encoding.UTF8.GetBytes(json), "resume.json");
        await world.RunAsync();
        return world;
    }

    private static async Task<Resume> ResumeAsync(PipelineWorld world)
    {
        ArtifactDigest.TryParse((await world.Jobs.FindAsync(PipelineWorld.JobId))!.Resume, out var digest).Should().BeTrue();
        await using var content = await world.Artifacts.OpenAsync(PipelineWorld.JobId, digest);
        return (await JsonSerializer.DeserializeAsync(content!, ResumeJson.Default.Resume))!;
    }

    /// <summary>An engine that keeps what it was given.</summary>
    private sealed class Onlooker : IResumeExtractor
    {
        public SourceDocument? Seen { get; private set; }

        public string Engine => "onlooker-1";

        public Task<ExtractedResume> ExtractAsync(SourceDocument document, IProgress<ResumePart>? sections = null, CancellationToken cancellationToken = default)
        {
            Seen = document;
            return Task.FromResult(InventedCv.Extracted);
        }
    }
}
