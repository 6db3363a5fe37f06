using Resume2Website.Reader.Tests.Pdf;

namespace Resume2Website.Cli.Tests;

[Trait("Speed", "Slow")]
public sealed class PasswordTests : IDisposable
{
    private readonly Workspace _workspace = new();

    [Fact]
    public async Task Extract_ProtectedPdf_NeedsItsPassword()
    {
        var cv = Protected("pear");

        var without = await CliRun.OfAsync("extract", cv);
        without.ExitCode.Should().Be(1);
        without.Errors.Should().Contain("file_encrypted");

        var wrong = await CliRun.OfAsync("extract", cv, "--password", "apple");
        wrong.ExitCode.Should().Be(1);
        wrong.Errors.Should().Contain("password_wrong").And.NotContain("apple");

        var right = await CliRun.OfAsync("extract", cv, "--password", "pear");
        right.ExitCode.Should().Be(0, right.Errors);
        right.Output.Should().Contain("Ada Exemplar").And.NotContain("pear");
    }

    [Fact]
    public async Task Extract_OwnerPasswordAlone_IsJustRead()
    {
        var run = await CliRun.OfAsync("extract", Protected(""));

        run.ExitCode.Should().Be(0, run.Errors);
        run.Output.Should().Contain("Ada Exemplar");
    }

    [Fact]
    public async Task Extract_ProtectedPdfAtATerminal_AsksUntilItIsRight()
    {
        var run = await CliRun.TypedAsync(100, "apple\rpear\r", "extract", Protected("pear"));

        run.ExitCode.Should().Be(0, run.Output);
        run.Output.Should().Contain("The file is protected by a password").And.Contain("The password is wrong").And.Contain("Ada Exemplar");
    }

    public void Dispose() => _workspace.Dispose();

    private string Protected(string password)
    {
        File.WriteAllBytes(_workspace.At("cv.pdf"), EncryptedPdf.WriteLines(File.ReadAllText(_workspace.Cv), password, "plum"));
        return _workspace.At("cv.pdf");
    }
}
