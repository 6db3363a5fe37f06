using LiveWorkflows;
using LiveWorkflows.Errors;

namespace Resume2Website.Cli.Output;

/// <summary>Shows people how a run goes on. Everything goes to the error stream: the output stream is for data.</summary>
internal interface IRunDisplay
{
    void Watch(Workflow workflow);

    void Say(string message);

    void Fail(WorkflowError error, string? more = null);
}
