using System.Diagnostics;
using Resume2Website.Documents.Isolation;

namespace Resume2Website.Tests.Documents.Isolation;

/// <summary>What readers that were killed together with their host leave behind.</summary>
public sealed class ReaderFolderTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("reader-folders-");

    [Fact]
    public void Sweep_FolderOfADeadProcess_IsRemovedWithWhatIsInIt()
    {
        var path = Make(OfADeadProcess());
        File.WriteAllText(Path.Combine(path, "document.rtf"), "a CV");

        ReaderFolder.Sweep(_root.FullName).Should().Be(1);

        Directory.Exists(path).Should().BeFalse();
    }

    [Fact]
    public void Sweep_FolderOfAProcessWhoseNumberAnotherHasNow_IsRemoved()
    {
        var path = Make($"resume2website-reader-{Environment.ProcessId}-1-{Guid.NewGuid():N}");
        if (!OperatingSystem.IsLinux()) Assert.Skip("Only Linux tells when a process started.");

        ReaderFolder.Sweep(_root.FullName).Should().Be(1);

        Directory.Exists(path).Should().BeFalse();
    }

    [Fact]
    public void Sweep_FolderOfALivingProcessOrOfSomethingElse_Stays()
    {
        var own = Directory.CreateDirectory(ReaderFolder.NewPath(_root.FullName)).FullName;
        var others = Make("resume2website-reader-of-somebody-else");

        ReaderFolder.Sweep(_root.FullName).Should().Be(0);

        (Directory.Exists(own), Directory.Exists(others)).Should().Be((true, true));
    }

    [Fact]
    public async Task Sweep_ProgramThatStillWorksThere_IsEndedFirst()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Only Linux tells where a process works.");
        var path = Make(OfADeadProcess());
        var inside = Directory.CreateDirectory(Path.Combine(path, "profile")).FullName;
        using var program = Process.Start(new ProcessStartInfo("sleep", "600") { WorkingDirectory = inside })!;
        using var bystander = Process.Start(new ProcessStartInfo("sleep", "600") { WorkingDirectory = _root.FullName })!;
        try
        {
            ReaderFolder.Sweep(_root.FullName);

            await program.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
            bystander.HasExited.Should().BeFalse();
        }
        finally
        {
            if (!program.HasExited) program.Kill();
            bystander.Kill();
        }
    }

    public void Dispose() => _root.Delete(recursive: true);

    private string Make(string name) => _root.CreateSubdirectory(name).FullName;

    private static string OfADeadProcess()
    {
        using var process = Process.Start("true");
        process.WaitForExit();
        return $"resume2website-reader-{process.Id}-{ProcessStart.Own}-{Guid.NewGuid():N}";
    }
}
