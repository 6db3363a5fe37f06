using System.Text.Json;
using Resume2Website.Reader.Tests.Pdf;
using Resume2Website.Reader.Tests.Portraits;
using SkiaSharp;

namespace Resume2Website.Cli.Tests;

[Trait("Speed", "Slow")]
public sealed class BuildTests : IDisposable
{
    private readonly Workspace _workspace = new();

    [Fact]
    public async Task Build_Cv_WritesASiteAndTellsTheStepsOnTheErrorStream()
    {
        var run = await CliRun.OfAsync("build", _workspace.Cv, "-o", _workspace.Site, "--as-of", "2026-03-01");

        run.ExitCode.Should().Be(0, run.Errors);
        run.Output.Should().BeEmpty();
        run.Errors.Should().MatchRegex(@"✓ +\d+(\.\d)? m?s  Reading the pages: 1 page, \d+ lines").And.NotContain("\u001b");
        (await File.ReadAllTextAsync(Path.Combine(_workspace.Site, "index.html"))).Should().Contain("Ada Exemplar").And.NotContain("901820");
        Directory.GetFileSystemEntries(Path.GetDirectoryName(_workspace.Site)!).Should().HaveCount(2, "nothing temporary stays");
    }

    [Fact]
    public async Task Build_ShowPhone_ShowsIt()
    {
        var run = await CliRun.OfAsync("build", _workspace.Cv, "-o", _workspace.Site, "--show", "phone");

        run.ExitCode.Should().Be(0, run.Errors);
        (await File.ReadAllTextAsync(Path.Combine(_workspace.Site, "index.html"))).Should().Contain("901820");
    }

    [Fact]
    public async Task Build_PdfWithAPhoto_ShowsItWithoutThePlaceWhereItWasTaken()
    {
        var lines = (await File.ReadAllLinesAsync(_workspace.Cv)).Select((line, i) => RawPdf.Text(40, 780 - (16 * i), line.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal).Replace('–', '-')));
        var pdf = new RawPdf($"{string.Concat(lines)} q 100 0 0 130 450 690 cm /Im1 Do Q", resources: "/XObject << /Im1 7 0 R >>");
        pdf.AddStream("/Type /XObject /Subtype /Image /Width 300 /Height 390 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode", Face.JpegWithPlace());
        await File.WriteAllBytesAsync(_workspace.At("cv.pdf"), pdf.ToBytes());

        var run = await CliRun.OfAsync("build", _workspace.At("cv.pdf"), "-o", _workspace.Site);

        run.ExitCode.Should().Be(0, run.Errors);
        (await File.ReadAllTextAsync(Path.Combine(_workspace.Site, "index.html"))).Should().Contain("Ada Exemplar").And.Contain("photo-128.jpg");
        foreach (var file in Directory.GetFiles(_workspace.Site)) (await File.ReadAllBytesAsync(file)).AsSpan().IndexOf("GPS-OF-HOME"u8).Should().Be(-1, file);
    }

    [Fact]
    public async Task Build_ResumeWithAPhoto_ShowsItUnlessItIsHidden()
    {
        using var picture = new SKBitmap(new SKImageInfo(300, 400, SKColorType.Rgb888x, SKAlphaType.Opaque));
        picture.Erase(SKColors.Peru);
        using var png = picture.Encode(SKEncodedImageFormat.Png, 100);
        var resume = _workspace.At("resume.json");
        await File.WriteAllTextAsync(resume, JsonSerializer.Serialize(new { basics = new { name = "Ada Exemplar", image = "data:image/png;base64," + Convert.ToBase64String(png.ToArray()) }, work = new[] { new { name = "Orchards" } } }));

        var shown = await CliRun.OfAsync("build", resume, "-o", _workspace.Site);
        var hidden = await CliRun.OfAsync("build", resume, "-o", _workspace.At("hidden"), "--hide", "photo");

        shown.ExitCode.Should().Be(0, shown.Errors);
        hidden.ExitCode.Should().Be(0, hidden.Errors);
        Directory.GetFiles(_workspace.Site, "photo-*.jpg").Should().NotBeEmpty();
        Directory.GetFiles(_workspace.At("hidden"), "*.jpg").Should().BeEmpty();
        (await File.ReadAllTextAsync(Path.Combine(_workspace.At("hidden"), "resume.json"))).Should().NotContain("image");
    }

    [Fact]
    public async Task Build_WithABaseUrl_SaysWhereTheSiteWillLive()
    {
        var run = await CliRun.OfAsync("build", _workspace.Cv, "-o", _workspace.Site, "--base-url", "https://ada.example.org/");

        run.ExitCode.Should().Be(0, run.Errors);
        (await File.ReadAllTextAsync(Path.Combine(_workspace.Site, "index.html"))).Should().Contain("rel=\"canonical\" href=\"https://ada.example.org/\"");
        Directory.GetFiles(_workspace.Site).Select(Path.GetFileName).Should().Contain(["sitemap.xml", "robots.txt"]);
    }

    [Fact]
    public async Task Build_Twice_GivesTheSameBytesInPlaceOfTheEarlierSite()
    {
        await CliRun.OfAsync("build", _workspace.Cv, "-o", _workspace.Site, "--as-of", "2026-03-01");
        var first = Contents();

        var run = await CliRun.OfAsync("build", _workspace.Cv, "-o", _workspace.Site, "--as-of", "2026-03-01", "--json");

        run.ExitCode.Should().Be(0, run.Errors);
        Contents().Should().BeEquivalentTo(first);
        var report = JsonDocument.Parse(run.Output).RootElement;
        report.GetProperty("files").EnumerateArray().Select(file => file.GetString()).Should().BeEquivalentTo(first.Keys);
        report.GetProperty("sections").GetProperty("work").GetInt32().Should().Be(2);
    }

    [Fact]
    public async Task Build_FolderIsSomebodysOwn_TouchesNothing()
    {
        Directory.CreateDirectory(_workspace.Site);
        var own = Path.Combine(_workspace.Site, "thesis.txt");
        await File.WriteAllTextAsync(own, "years of work");

        var run = await CliRun.OfAsync("build", _workspace.Cv, "-o", _workspace.Site);

        run.ExitCode.Should().Be(2);
        run.Errors.Should().Contain("nothing was changed");
        Directory.GetFiles(_workspace.Site).Should().Equal(own);
    }

    [Fact]
    public async Task Build_ResumeFromExtract_GivesTheSamePageAsTheCv()
    {
        var extract = await CliRun.OfAsync("extract", _workspace.Cv);
        await File.WriteAllTextAsync(_workspace.At("resume.json"), extract.Output);
        await CliRun.OfAsync("build", _workspace.Cv, "-o", _workspace.Site, "--as-of", "2026-03-01");
        var first = Contents();

        var run = await CliRun.OfAsync("build", _workspace.At("resume.json"), "-o", _workspace.Site, "--as-of", "2026-03-01");

        run.ExitCode.Should().Be(0, run.Errors);
        Contents()["index.html"].Should().Equal(first["index.html"]);
    }

    [Fact]
    public async Task Build_UnknownTemplate_IsWrongUsageAndWritesNothing()
    {
        var run = await CliRun.OfAsync("build", _workspace.Cv, "-o", _workspace.Site, "--template", "nowhere");

        run.ExitCode.Should().Be(2);
        run.Errors.Should().Contain("gutter", "it names what there is");
        Directory.Exists(_workspace.Site).Should().BeFalse();
    }

    [Fact]
    public async Task Build_UnknownAccent_NamesTheAccentsAndNothingOfTheProgram()
    {
        var run = await CliRun.OfAsync("build", _workspace.Cv, "-o", _workspace.Site, "--accent", "nowhere");

        run.ExitCode.Should().Be(2);
        run.Errors.Should().Contain("ocean").And.NotContain("Parameter");
    }

    [Fact]
    public async Task Build_AtATerminal_MovesTheBarAndLeavesNothingOfIt()
    {
        var run = await CliRun.AtTerminalAsync(60, "build", _workspace.Cv, "-o", _workspace.Site);

        run.ExitCode.Should().Be(0, run.Output);
        run.Output.Should().MatchRegex(@"\b[1-9]\d?%", "the bar is to move before the end");
        run.Output.Should().MatchRegex(@"\u001b\[J[^\n]*✓[^\n]*Collecting", "a line of two rows would leave the bar's end standing");
    }

    [Theory]
    [InlineData("empty.txt", "", "file_empty")]
    [InlineData("cv.pdf", "Ada Exemplar, no PDF at all", "file_type_mismatch")]
    [InlineData("cut.pdf", "%PDF-1.7 and then nothing", "file_damaged")]
    [InlineData("recipe.txt", "Pancakes\n\nTake flour, milk and two eggs.\nStir, wait, fry.\nServe with sugar.", "not_a_cv")]
    public async Task Build_UnusableInput_SaysWhyAndWhatToDo(string name, string content, string code)
    {
        await File.WriteAllTextAsync(_workspace.At(name), content);

        var run = await CliRun.OfAsync("build", _workspace.At(name), "-o", _workspace.Site);

        run.ExitCode.Should().Be(1, run.Errors);
        run.Errors.Should().Contain($"({code})").And.Contain("→").And.NotContain("   at ");
        Directory.Exists(_workspace.Site).Should().BeFalse();
    }

    [Fact]
    public async Task Build_StrictAndNoContact_WritesNothingAndEndsWith3()
    {
        var text = await File.ReadAllTextAsync(_workspace.Cv);
        await File.WriteAllTextAsync(_workspace.Cv, text.Replace("ada@example.org | +49 30 901820 | ", "", StringComparison.Ordinal));

        var run = await CliRun.OfAsync("build", _workspace.Cv, "-o", _workspace.Site, "--strict");

        run.ExitCode.Should().Be(3, run.Errors);
        Directory.Exists(_workspace.Site).Should().BeFalse();
    }

    [Fact]
    public async Task Build_StrictAndAGateFails_NamesTheFindingOnBothStreams()
    {
        // As much text as a résumé may hold is more than a page may weigh.
        var entries = string.Join(", ", Enumerable.Range(0, 10).Select(_ => $$"""{ "name": "Northwind", "position": "Engineer", "startDate": "2019", "summary": "{{new string('x', 19_000)}}" }"""));
        await File.WriteAllTextAsync(_workspace.At("resume.json"), $$"""
            { "basics": { "name": "Ada Exemplar", "email": "ada@example.org" }, "work": [ {{entries}} ] }
            """);

        var run = await CliRun.OfAsync("build", _workspace.At("resume.json"), "-o", _workspace.Site, "--strict", "--json");

        run.ExitCode.Should().Be(3, run.Errors);
        run.Errors.Should().MatchRegex(@"✗ weight \([^)]+\): The page weighs \d+ KB");
        var report = JsonDocument.Parse(run.Output).RootElement;
        var finding = report.GetProperty("findings").EnumerateArray().Should().ContainSingle().Which;
        finding.GetProperty("gate").GetString().Should().Be("weight");
        finding.GetProperty("message").GetString().Should().Contain("KB");
        report.GetProperty("output").ValueKind.Should().Be(JsonValueKind.Null);
        Directory.Exists(_workspace.Site).Should().BeFalse();
    }

    [Fact]
    public async Task Build_SectionsOrderedHiddenAndRenamed_FollowsTheWish()
    {
        var run = await CliRun.OfAsync("build", _workspace.Cv, "-o", _workspace.Site, "--section-order", "skills,education", "--hide", "languages", "--rename", "work=Where I worked");

        run.ExitCode.Should().Be(0, run.Errors);
        var page = await File.ReadAllTextAsync(Path.Combine(_workspace.Site, "index.html"));
        page.IndexOf("id=\"skills\"", StringComparison.Ordinal).Should().BePositive().And.BeLessThan(page.IndexOf("id=\"education\"", StringComparison.Ordinal));
        page.IndexOf("id=\"education\"", StringComparison.Ordinal).Should().BeLessThan(page.IndexOf("id=\"work\"", StringComparison.Ordinal));
        page.Should().Contain("<bdi>Where I worked</bdi></h2>").And.NotContain("id=\"languages\"");
    }

    [Fact]
    public async Task Build_Pdf_PrintsItBesideTheSite()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/chromium"), "No Chromium is installed (Debian: apt-get install chromium).");
        var run = await CliRun.OfAsync("build", _workspace.Cv, "-o", _workspace.Site, "--as-of", "2026-03-01", "--pdf", "--paper", "letter", "--json");

        run.ExitCode.Should().Be(0, run.Errors);
        var pdf = await File.ReadAllTextAsync(_workspace.Site + ".pdf", System.Text.Encoding.Latin1);
        pdf.Should().StartWith("%PDF-").And.Contain("(D:20260301000000").And.Contain("/MediaBox [0 0 612 792]");
        JsonDocument.Parse(run.Output).RootElement.GetProperty("pdf").GetString().Should().Be(_workspace.Site + ".pdf");
    }

    [Fact]
    public async Task Build_PdfInPlaceOfTheCv_TouchesNothing()
    {
        var cv = _workspace.At("cv.pdf");
        await File.WriteAllTextAsync(cv, "my only copy");

        var run = await CliRun.OfAsync("build", cv, "-o", _workspace.Site, "--pdf", cv);

        run.ExitCode.Should().Be(2, run.Errors);
        (await File.ReadAllTextAsync(cv)).Should().Be("my only copy");
    }

    [Fact]
    public async Task Build_PdfWithoutABrowser_EndsWith4AndSaysWhatToInstall()
    {
        var run = await CliRun.WithAsync(new Dictionary<string, string> { ["CHROME_PATH"] = "/nowhere/chromium" }, "build", _workspace.Cv, "-o", _workspace.Site, "--pdf");

        run.ExitCode.Should().Be(4, run.Errors);
        run.Errors.Should().Contain("(pdf_unavailable)").And.Contain("apt-get install chromium");
        Directory.Exists(_workspace.Site).Should().BeFalse();
    }

    [Fact]
    public async Task Extract_Cv_WritesJsonResumeAndNothingElseToTheOutput()
    {
        var run = await CliRun.OfAsync("extract", _workspace.Cv);

        run.ExitCode.Should().Be(0, run.Errors);
        var resume = JsonDocument.Parse(run.Output).RootElement;
        resume.GetProperty("basics").GetProperty("email").GetString().Should().Be("ada@example.org");
        resume.GetProperty("work").GetArrayLength().Should().Be(2);
    }

    public void Dispose() => _workspace.Dispose();

    private Dictionary<string, byte[]> Contents() => Directory.GetFiles(_workspace.Site, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(_workspace.Site, file).Replace('\\', '/'), File.ReadAllBytes);
}
