// Writes into a data directory without end, and prints what was acknowledged: a test kills it and looks whether that is all there.

using System.Text;
using LiveWorkflows.EventLog;
using LiveWorkflows.Jobs;
using LiveWorkflows.Records;
using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection().AddLiveWorkflowsSqlite(options => options.DataDirectory = args[0]).Configure<JobQueueOptions>(options => options.MaxWaiting = int.MaxValue);
await using var provider = services.BuildServiceProvider();
var log = provider.GetRequiredService<IEventLog>();
var queue = provider.GetRequiredService<IJobQueue>();
var records = provider.GetRequiredService<IRecordStore>();
var run = Guid.NewGuid().ToString("N");

await Task.WhenAll([.. Enumerable.Range(0, 4).Select(w => AppendAsync($"w{w}")), EnqueueAsync(), PutAsync()]);

async Task AppendAsync(string workflowId)
{
    var head = await log.GetHeadAsync(workflowId);
    var (position, last) = (head?.Position, head?.LastSequence ?? 0);
    while (true)
    {
        var events = Enumerable.Range(1, 5).Select(i => new NewEvent(last + i, "log", Encoding.UTF8.GetBytes($$"""{"n":{{last + i}}}"""))).ToArray();
        var batch = new EventBatch { WorkflowId = workflowId, Epoch = 1, ExpectedPosition = position, Events = events };
        var result = (await log.AppendAsync([batch]))[0];
        if (result.Status != AppendStatus.Appended) throw new InvalidOperationException($"{workflowId} after {last}: {result.Status}");
        (position, last) = (result.Position, last + 5);
        await Acknowledge($"events {workflowId} {last}");
    }
}

async Task EnqueueAsync()
{
    for (var n = 0; ; n++)
    {
        await queue.EnqueueAsync(new Job($"{run}-{n}", "demo"));
        await Acknowledge($"job {run}-{n} {n}");
    }
}

async Task PutAsync()
{
    while (true)
    {
        var version = await records.PutAsync("key", Encoding.UTF8.GetBytes(run));
        await Acknowledge($"record key {version}");
    }
}

static Task Acknowledge(string what) => Console.Out.WriteLineAsync($"{what} .");
