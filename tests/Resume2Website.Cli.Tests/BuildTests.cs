using System.Text.Json;

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
    public async Task Extract_Cv_WritesJsonResumeAndNothingElseToTheOutput()
    {
        var run = await CliRun.OfAsync("extract", _workspace.Cv);

        run.ExitCode.Should().Be(0, run.Errors);
        var resume = JsonDocument.Parse(run.Output).RootElement;
        resume.GetProperty("basics").GetProperty("email").GetString().Should().Be("ada@example.org");
        resume.GetProperty("work").GetArrayLength().Should().Be(2);
    }

    public void Dispose() => _workspace.Dispose();

    private Dictionary<string, byte[]> Contents() => Directory.GetFiles(_workspace.Site).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);
}
