using System.Diagnostics;
using System.Globalization;
using LiveWorkflows.EventLog;
using LiveWorkflows.Jobs;

namespace LiveWorkflows.Sqlite.Tests;

public sealed class KilledProcessTests
{
    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Kill_InTheMiddleOfWrites_NothingAcknowledgedIsLost()
    {
        using var directory = new TemporaryDirectory();
        var acknowledged = new List<string[]>();
        for (var life = 1; life <= 5; life++) acknowledged.AddRange(await LiveAndDie(directory.Path, acknowledgements: 40 * life));

        using var database = new SqliteDatabase(directory.Path);
        var log = new SqliteEventLog(database);
        foreach (var workflow in acknowledged.Where(words => words[0] == "events").GroupBy(words => words[1]))
        {
            var last = workflow.Max(words => long.Parse(words[2], CultureInfo.InvariantCulture));
            var stored = new List<long>();
            await foreach (var item in log.ReadAsync(workflow.Key, cancellationToken: TestContext.Current.CancellationToken)) stored.Add(item.Sequence);
            stored.Should().HaveCountGreaterThanOrEqualTo((int)last).And.Equal(Enumerable.Range(1, stored.Count).Select(n => (long)n));
            (stored.Count % 5).Should().Be(0, "a batch is there whole or not at all");
        }

        var queue = new SqliteJobQueue(database, TimeProvider.System, new JobQueueOptions { MaxWaiting = int.MaxValue });
        foreach (var words in acknowledged.Where(words => words[0] == "job"))
            (await queue.EnqueueAsync(new Job(words[1], "demo"))).Should().BeFalse("it was acknowledged");
        var version = acknowledged.Where(words => words[0] == "record").Max(words => long.Parse(words[2], CultureInfo.InvariantCulture));
        (await new SqliteRecordStore(database).GetAsync("key"))!.Version.Should().BeGreaterThanOrEqualTo(version);
        acknowledged.Select(words => words[0]).Distinct().Should().BeEquivalentTo("events", "job", "record");
    }

    private static async Task<List<string[]>> LiveAndDie(string directory, int acknowledgements)
    {
        var appender = Path.Combine(AppContext.BaseDirectory, "LiveWorkflows.Sqlite.Appender.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", appender, directory])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var lines = new List<string[]>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            // What had been printed before the kill was acknowledged too; half a line was not.
            if (line.EndsWith(" .", StringComparison.Ordinal)) lines.Add(line.Split(' '));
            if (lines.Count == acknowledgements) process.Kill();
        }

        await process.WaitForExitAsync();
        lines.Should().HaveCountGreaterThanOrEqualTo(acknowledgements, await errors);
        return lines;
    }
}
