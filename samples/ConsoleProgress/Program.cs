// Digests the files of a folder, and shows how far it is: a bar on a terminal, plain lines elsewhere.
using System.Security.Cryptography;
using LiveWorkflows;
using LiveWorkflows.EventLog;
using LiveWorkflows.Events;

if (args is not [var folder] || !Directory.Exists(folder))
{
    Console.Error.WriteLine("Usage: ConsoleProgress FOLDER");
    return 2;
}

await using var tracker = new WorkflowTracker(new InMemoryEventLog());
WorkflowSummary? summary = null;
await tracker.RunAsync("digest", async (workflow, cancellationToken) =>
{
    workflow.On<Progressed>(Show);
    var files = await workflow.RunStepAsync("Listing", (step, _) =>
    {
        var found = Directory.GetFiles(folder);
        step.Complete($"{found.Length} files");
        return Task.FromResult(found);
    }, cancellationToken: cancellationToken);

    await workflow.RunPhaseAsync(new WorkflowPhase("DIGESTING"), async (phase, token) =>
    {
        foreach (var file in files)
        {
            await phase.RunStepAsync(Path.GetFileName(file), async (step, stop) =>
            {
                await using var content = File.OpenRead(file);
                var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop));
                workflow.Counter("bytes").Add(content.Length);
                step.Complete(digest[..12]);
            }, cancellationToken: token);
        }
    }, expectedSteps: files.Length, cancellationToken: cancellationToken);
    summary = workflow.GetSummary();
});

if (!Console.IsOutputRedirected) Console.WriteLine();
foreach (var step in summary!.Steps.Where(step => step.Phase == "DIGESTING")) Console.WriteLine($"{step.Detail}  {step.Name}");
Console.WriteLine($"{summary.Counters.GetValueOrDefault("bytes"):N0} bytes in {summary.TotalDuration.TotalMilliseconds:N0} ms");
return 0;

static void Show(Progressed progress)
{
    if (Console.IsOutputRedirected) Console.WriteLine($"{progress.Percentage:F0} % {progress.CurrentStep}");
    else Console.Write($"\r[{new string('#', (int)(progress.Percentage / 4)),-25}] {progress.Percentage,3:F0} %");
}
