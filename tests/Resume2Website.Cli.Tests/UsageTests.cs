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

    [Theory]
    [InlineData("There is no section 'hobbies'", "summary, work", "--hide", "hobbies")]
    [InlineData("There is no section 'hobbies'", "summary, work", "--section-order", "work,hobbies")]
    [InlineData("There is no section 'hobbies'", "summary, work", "--rename", "hobbies=What I like")]
    [InlineData("'work' is no new heading", "--rename work=", "--rename", "work")]
    [InlineData("'work=' is no new heading", "--rename work=", "--rename", "work=")]
    [InlineData("There is no template 'nowhere'", "gutter, ledger", "--template", "nowhere")]
    [InlineData("has no accent 'neon'", "pine, ocean", "--accent", "neon")]
    [InlineData("'cv.txt' is no name for a PDF", "--pdf", "--pdf", "cv.txt")]
    [InlineData("There are no headings and dates in 'tlh'", "de, en", "--language", "tlh")]
    [InlineData("'soon' is no day", "YYYY-MM-DD", "--as-of", "soon")]
    [InlineData("'secrets' is nothing that --show knows", "phone, address", "--show", "phone,secrets")]
    [InlineData("There is no port 70000", "65535", "--serve", "--port", "70000")]
    [InlineData("--port goes with --serve", "--help", "--port", "4400")]
    [InlineData("foolscap", "--help", "--paper", "foolscap")]
    public async Task Build_UnknownChoice_IsToldBeforeTheCvIsRead(string fault, string advice, params string[] options)
    {
        var run = await CliRun.OfAsync(["build", "there-is-no-such-cv.pdf", .. options]);

        run.ExitCode.Should().Be(2, run.Errors);
        run.Errors.Should().Contain(fault).And.Contain(advice).And.NotContain("There is no file");
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
        run.Output.Split('\n').Should().Contain(line => line.StartsWith("gutter ", StringComparison.Ordinal) && line.Contains("pine, ocean", StringComparison.Ordinal));
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
