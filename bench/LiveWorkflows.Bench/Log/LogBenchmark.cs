using System.Diagnostics;
using System.Text;
using LiveWorkflows.EventLog;
using Microsoft.Extensions.DependencyInjection;

namespace LiveWorkflows.Bench.Log;

/// <summary>How fast SQLite takes events in: batches of several sizes, by one writer and by several at once, each batch durable before the next.</summary>
internal static class LogBenchmark
{
    public static async Task<int> RunAsync(bool isSmoke)
    {
        var duration = TimeSpan.FromSeconds(isSmoke ? 0.05 : 3);
        var report = new Report("Appending to SQLite (WAL, synchronous = FULL): events of 250 bytes, each batch on the disk before its writer goes on", "events a batch, writers", "events/s", "batches/s");
        var folder = Directory.CreateTempSubdirectory("liveworkflows-bench-").FullName;
        await using (var services = new ServiceCollection().AddLiveWorkflowsSqlite(options => options.DataDirectory = folder).BuildServiceProvider())
        {
            var log = services.GetRequiredService<IEventLog>();
            await AppendAsync(log, 10, 1, duration / 3);
            foreach (var (size, writers) in new[] { (1, 1), (1, 32), (10, 1), (100, 1), (100, 8), (1000, 1) })
            {
                var (events, seconds) = await AppendAsync(log, size, writers, duration);
                report.Row($"{size:N0}, {writers}", Report.Number(events / seconds), Report.Number(events / seconds / size));
                if ((size, writers) == (100, 1)) report.AtLeast("events a second at batches of 100", events / seconds, 35_000, "events/s");
            }
        }

        Directory.Delete(folder, recursive: true);
        return report.Print(isSmoke);
    }

    private static async Task<(double Events, double Seconds)> AppendAsync(IEventLog log, int size, int writers, TimeSpan duration)
    {
        var data = Encoding.UTF8.GetBytes($$"""{"x":"{{new string('x', 242)}}"}""");
        var begun = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            var (workflow, sequence, position) = (WorkflowId.New(), 0L, (LogPosition?)null);
            while (Stopwatch.GetElapsedTime(begun) < duration)
            {
                var events = new NewEvent[size];
                for (var i = 0; i < size; i++) events[i] = new NewEvent(++sequence, "log", data);
                var results = await log.AppendAsync([new EventBatch { WorkflowId = workflow, Epoch = 0, ExpectedPosition = position, Events = events }]);
                position = results[0].Position;
            }

            return sequence;
        })));
        return (counts.Sum(), Stopwatch.GetElapsedTime(begun).TotalSeconds);
    }
}
