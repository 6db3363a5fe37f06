using LiveWorkflows;
using LiveWorkflows.Errors;
using LiveWorkflows.Events;

namespace Resume2Website.Cli.Output;

/// <summary>A line for each thing that is done, without colours and bars: for files, pipes and logs.</summary>
internal sealed class PlainDisplay(TextWriter writer) : IRunDisplay
{
    public void Watch(Workflow workflow)
    {
        workflow.On<StepCompleted>(step =>
        {
            if (StepLine.IsShown(step)) Say(StepLine.Of(step));
        });
        workflow.On<WarningReported>(warning => Say(StepLine.Of(warning)));
    }

    public void Say(string message) => writer.WriteLine(message);

    public void Fail(WorkflowError error, string? more = null)
    {
        Say($"✗ {error.Title}. {more ?? error.Message} ({error.Code})");
        foreach (var suggestion in error.RecoverySuggestions) Say($"  → {suggestion.Text}");
    }
}
