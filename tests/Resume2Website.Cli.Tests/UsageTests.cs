namespace Resume2Website.Cli.Tests;

public sealed class UsageTests
{
    [Theory]
    [InlineData]
    [InlineData("nope")]
    [InlineData("build")]
    [InlineData("build", "cv.pdf", "--show", "secrets")]
    [InlineData("build", "cv.pdf", "--base-url", "not-a-url")]
    [InlineData("build", "cv.pdf", "--as-of", "soon")]
    public async Task AnyVerb_WrongUsage_EndsWith2AndPointsToTheHelp(params string[] arguments)
    {
        var run = await CliRun.OfAsync(arguments);

        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Errors.Should().Contain("✗").And.Contain("--help");
    }

    [Fact]
    public async Task Build_Help_GivesExamplesAndExitCodes()
    {
        var run = await CliRun.OfAsync("build", "--help");

        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("resume2website build cv.pdf -o site/").And.Contain("Exit codes").And.Contain("--accent");
    }

    [Fact]
    public async Task Themes_ListsTheTemplates()
    {
        var run = await CliRun.OfAsync("themes");

        run.ExitCode.Should().Be(0);
        run.Output.Split('\n').Should().Contain("gutter");
    }

    [Fact]
    public async Task Build_PhotoOfAPhone_SaysHowToExportIt()
    {
        using var workspace = new Workspace();
        await File.WriteAllBytesAsync(workspace.At("photo.heic"), Convert.FromHexString("0000001866747970686569630000000068656963"), TestContext.Current.CancellationToken);

        var run = await CliRun.OfAsync("build", workspace.At("photo.heic"), "-o", workspace.Site);

        run.ExitCode.Should().Be(1, run.Errors);
        run.Errors.Should().Contain("picture_unsupported").And.Contain("JPEG").And.NotContain("Looking into its structure");
    }

    [Fact]
    public async Task Build_NoSuchFile_EndsWith1()
    {
        var run = await CliRun.OfAsync("build", "there-is-no-such-cv.pdf");

        run.ExitCode.Should().Be(1);
        run.Errors.Should().Contain("There is no file");
    }
}
