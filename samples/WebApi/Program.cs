// Counts the words of a text that is posted, and lets the one who posted it watch.
using LiveWorkflows;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddLiveWorkflowsInMemory();
builder.Services.AddLiveWorkflows();
builder.Services.AddLiveWorkflowsEndpoints();

var app = builder.Build();
app.UseDefaultFiles();
app.UseStaticFiles();
app.MapLiveWorkflows();
app.MapPost("/texts", async (HttpRequest request, WorkflowTracker tracker) =>
{
    using var reader = new StreamReader(request.Body);
    var lines = (await reader.ReadToEndAsync(request.HttpContext.RequestAborted)).Split('\n');
    var workflow = await tracker.StartAsync("count_words");
    _ = Task.Run(() => CountAsync(workflow, lines)); // the answer does not wait for it
    return Results.Accepted($"/api/v1/sse/workflows/{workflow.Id}", new { workflow_id = workflow.Id, stream_url = $"/api/v1/sse/workflows/{workflow.Id}" });
});
app.Run();

// Owns the workflow: whatever happens here, it ends.
static async Task CountAsync(Workflow workflow, string[] lines)
{
    await using (workflow)
    {
        try
        {
            await workflow.RunPhaseAsync(WorkflowPhase.Processing, (phase, token) => phase.RunStepAsync("Counting", (step, _) =>
            {
                for (var i = 0; i < lines.Length; i++)
                {
                    workflow.Counter("words").Add(lines[i].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length);
                    step.Report((i + 1.0) / lines.Length);
                }

                step.Complete($"{workflow.Counter("words").Value} words");
                return Task.CompletedTask;
            }, cancellationToken: token), expectedSteps: 1, cancellationToken: workflow.Cancellation);
            workflow.Complete();
        }
        catch (Exception exception)
        {
            workflow.Fail(exception);
        }
    }
}
