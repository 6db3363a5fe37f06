using Resume2Website.Reader.Tests.Ocr;
using SkiaSharp;

namespace Resume2Website.Cli.Tests;

[Trait("Speed", "Slow")]
public sealed class PhotoTests : IDisposable
{
    private readonly Workspace _workspace = new();

    [Fact]
    public async Task Build_Photo_WritesASite()
    {
        var run = await CliRun.OfAsync("build", Photo("cv.jpg", await LinesAsync()), "-o", _workspace.Site);

        run.ExitCode.Should().Be(0, run.Errors);
        (await File.ReadAllTextAsync(Path.Combine(_workspace.Site, "index.html"))).Should().Contain("Ada Exemplar").And.Contain("Contoso Example AG");
    }

    [Fact]
    public async Task Build_TwoPhotos_AreThePagesOfOneCv()
    {
        var lines = await LinesAsync();
        var second = Array.IndexOf(lines, "Education");

        var run = await CliRun.OfAsync("build", Photo("z.jpg", lines[..second]), Photo("a.jpg", lines[second..]), "-o", _workspace.Site);

        run.ExitCode.Should().Be(0, run.Errors);
        run.Errors.Should().MatchRegex(@"Reading the pages: 2 pages, \d+ lines").And.Contain("Page 2 of 2");
        (await File.ReadAllTextAsync(Path.Combine(_workspace.Site, "index.html"))).Should().Contain("Ada Exemplar").And.Contain("Technical University of Berlin");
    }

    [Fact]
    public async Task Build_SeveralFilesThatAreNoPictures_SaysWhatToDo()
    {
        var run = await CliRun.OfAsync("build", _workspace.Cv, _workspace.Cv, "-o", _workspace.Site);

        run.ExitCode.Should().Be(1, run.Errors);
        run.Errors.Should().Contain("several_documents");
    }

    public void Dispose() => _workspace.Dispose();

    private async Task<string[]> LinesAsync() => [.. (await File.ReadAllLinesAsync(_workspace.Cv)).Where(line => line.Length > 0)];

    private string Photo(string name, string[] lines)
    {
        using var page = DrawnPage.Of(lines, size: 28);
        File.WriteAllBytes(_workspace.At(name), page.Encode(SKEncodedImageFormat.Jpeg));
        return _workspace.At(name);
    }
}
