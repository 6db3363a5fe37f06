using System.Diagnostics;
using System.Globalization;
using System.Text;
using Resume2Website.Documents;
using Resume2Website.Documents.Isolation;
using Resume2Website.Reader.Tests.Ocr;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Tests.Serving;

/// <summary>A reader that is killed as nobody can survive it (kill -9): its programs end with it, and what it leaves is swept.</summary>
[Trait("Speed", "Slow")]
public sealed class KilledReaderTests : IDisposable
{
    private const string SetPriv = "setpriv";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("killed-reader-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tesseract_ReaderIsKilled_EndsWithIt()
    {
        Require(SetPriv);
        var pidFile = Path.Combine(_folder.FullName, "pid");
        Script("tesseract", $"if [ \"$1\" = --list-langs ]; then echo eng; exit 0; fi\necho $$ >{pidFile}.new; mv {pidFile}.new {pidFile}\nexec sleep 600");
        using var page = DrawnPage.Of(DrawnPage.English);
        using var reader = await StartAsync(Format.Png, page.Png(), path: _folder.FullName + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"));
        await UntilAsync(() => File.Exists(pidFile), "Tesseract works");
        var tesseract = int.Parse(await File.ReadAllTextAsync(pidFile, Cancellation), CultureInfo.InvariantCulture);
        ProcessStart.Of(tesseract).Should().NotBeNull();

        await KillAsync(reader);

        await UntilAsync(() => ProcessStart.Of(tesseract) is null, "Tesseract has ended");
    }

    [Fact]
    public async Task LibreOffice_ReaderAndHostAreKilled_EndsAndItsFolderIsSwept()
    {
        Require(SetPriv);
        Require("soffice");
        using var host = Process.Start("true");
        await host.WaitForExitAsync(Cancellation);
        var working = Path.Combine(_folder.FullName, $"resume2website-reader-{host.Id}-{ProcessStart.Own}-{Guid.NewGuid():N}");
        using var reader = await StartAsync(Format.Rtf, LongRtf(), folder: working);
        await UntilAsync(() => ProgramsIn(working).Any(name => name.StartsWith("soffice", StringComparison.Ordinal)), "LibreOffice works");

        await KillAsync(reader);

        await UntilAsync(() => !ProgramsIn(working).Any(), "LibreOffice has ended");
        File.Exists(Path.Combine(working, "document.rtf")).Should().BeTrue("nobody was left to remove it");
        ReaderFolder.Sweep(_folder.FullName).Should().Be(1);
        Directory.Exists(working).Should().BeFalse();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<Process> StartAsync(Format format, byte[] content, string? path = null, string? folder = null)
    {
        var start = ReaderProgram.StartInfo(new ReaderOptions { ProgramPath = Path.Combine(AppContext.BaseDirectory, "Resume2Website.Reader.dll") });
        if (path is not null) start.Environment["PATH"] = path;
        if (folder is not null) start.Environment[ReaderFolder.Variable] = folder;
        var reader = Process.Start(start)!;
        var channel = new FrameChannel(reader.StandardOutput.BaseStream, reader.StandardInput.BaseStream);
        await channel.ReadAsync(Cancellation);
        await channel.WriteAsync(FrameKind.Read, Encoding.UTF8.GetBytes($$"""{"format":"{{format}}"}"""), Cancellation);
        await channel.WriteAsync(FrameKind.Content, content, Cancellation);
        return reader;
    }

    private static async Task KillAsync(Process reader)
    {
        reader.Kill(entireProcessTree: false);
        await reader.WaitForExitAsync(Cancellation).WaitAsync(Patience, Cancellation);
    }

    /// <summary>The names of the processes that work in a folder.</summary>
    private static IEnumerable<string> ProgramsIn(string folder) => Directory.EnumerateDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out _)).Select(path =>
    {
        try
        {
            return new FileInfo(Path.Combine(path, "cwd")).LinkTarget == folder ? File.ReadAllText(Path.Combine(path, "comm")) : "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }).Where(name => name.Length > 0);

    private static async Task UntilAsync(Func<bool> isSo, string what)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!isSo() && !patience.IsCancellationRequested) await beat.WaitForNextTickAsync(Cancellation);
        isSo().Should().BeTrue(what);
    }

    private static byte[] LongRtf() => Encoding.ASCII.GetBytes($@"{{\rtf1\ansi {string.Concat(Enumerable.Range(0, 20_000).Select(line => $@"{{\pard Pruned tree number {line}\par}}"))}}}");

    private static void Require(string program)
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)))) Assert.Skip($"{program} is not installed.");
    }

    private void Script(string name, string script)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
