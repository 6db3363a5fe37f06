using System.Text;
using LiveWorkflows.Logging;
using Microsoft.Extensions.Time.Testing;

namespace LiveWorkflows.Tests.Logging;

public sealed class RollingLogFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 23, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Write_OverMidnightAndPastTheSize_BeginsTheNextFileAtALine()
    {
        using (var file = Open(maxFileBytes: 10))
        {
            Write(file, "aaaa\nbbbb\ncc\n");
            _time.Advance(TimeSpan.FromHours(2));
            Write(file, "dddd\n");
            Write(file, "a line longer than a file may be\n");
        }

        Files().Should().Equal(
            ("shop-20261124.001.jsonl", "cc\n"), ("shop-20261124.jsonl", "aaaa\nbbbb\n"),
            ("shop-20261125.001.jsonl", "a line longer than a file may be\n"), ("shop-20261125.jsonl", "dddd\n"));
    }

    [Fact]
    public void Write_AfterARestart_GoesOnInTheLastFileBehindWhateverWasTorn()
    {
        using (var file = Open(maxFileBytes: 10)) Write(file, "aaaa\nbbbb\ncc");
        File.AppendAllText(PathOf("shop-20261124.001.jsonl"), "to");
        using (var file = Open(maxFileBytes: 10)) Write(file, "dd\neeeeee\n");
        Files().Select(file => file.Text).Should().Equal("ccto\ndd\n", "eeeeee\n", "aaaa\nbbbb\n");
    }

    [Fact]
    public void Write_ForManyDays_KeepsTheNewestFilesAndNobodyElses()
    {
        File.WriteAllText(PathOf("shop-notes.jsonl"), "somebody's");
        File.WriteAllText(PathOf("shop-20200101.txt"), "somebody's");
        using var file = Open(retained: 3);
        for (var day = 0; day < 10; day++)
        {
            Write(file, $"day {day}\n");
            _time.Advance(TimeSpan.FromDays(1));
        }

        Files().Select(each => each.Text).Should().Equal("somebody's", "day 7\n", "day 8\n", "day 9\n", "somebody's");
    }

    [Fact]
    public void Write_ByTwoProgramsOfOneName_ToFilesOfTheirOwn()
    {
        using var first = Open();
        using var second = Open();
        Write(first, "first\n");
        Write(second, "second\n");
        Files().Should().Equal(("shop-2-20261124.jsonl", "second\n"), ("shop-20261124.jsonl", "first\n"));
    }

    [Fact]
    public void Write_AfterTheFileWasMovedAway_BeginsItAgain()
    {
        using var file = Open();
        Write(file, "before\n");
        File.Move(PathOf("shop-20261124.jsonl"), PathOf("moved"));
        _time.Advance(TimeSpan.FromSeconds(2));
        Write(file, "after\n");
        File.ReadAllText(PathOf("shop-20261124.jsonl")).Should().Be("after\n");
    }

    [Fact]
    public void Files_AreForOwnerAndGroupOnly()
    {
        if (OperatingSystem.IsWindows()) return;
        using var file = Open();
        Write(file, "line\n");
        (File.GetUnixFileMode(PathOf("shop-20261124.jsonl")) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite)).Should().Be(UnixFileMode.None);
    }

    public void Dispose() => _directory.Dispose();

    private RollingLogFile Open(long maxFileBytes = 1 << 20, int retained = 31) => new(_directory.Path, "shop", maxFileBytes, retained, _time);

    private static void Write(RollingLogFile file, string lines) => file.Write(Encoding.UTF8.GetBytes(lines));

    private string PathOf(string name) => Path.Combine(_directory.Path, name);

    private IEnumerable<(string Name, string Text)> Files() => Directory.EnumerateFiles(_directory.Path)
        .Where(path => Path.GetFileName(path)[0] != '.').Select(path => (Path.GetFileName(path), Read(path))).OrderBy(file => file.Item1, StringComparer.Ordinal);

    private static string Read(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }
}
