using LiveWorkflows;
using LiveWorkflows.Errors;
using LiveWorkflows.Events;
using Spectre.Console;

namespace Resume2Website.Cli.Output;

/// <summary>Lines with a bar under them that moves, for people at a terminal. Colours are left out where NO_COLOR says so.</summary>
internal sealed class LiveDisplay(IAnsiConsole console) : IRunDisplay
{
    private ProgressTask? _bar;

    /// <summary>Runs the work with the bar under its lines.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> work) =>
        await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async progress =>
            {
                _bar = progress.AddTask("Starting");
                return await work();
            });

    public void Watch(Workflow workflow)
    {
        workflow.On<Progressed>(progress =>
        {
            if (_bar is not { } bar) return;
            if ((progress.CurrentStep ?? progress.Phase) is { } now) bar.Description = Markup.Escape(now);
            bar.Value = progress.Percentage;
        });
        workflow.On<StepCompleted>(step =>
        {
            if (StepLine.IsShown(step)) Say(StepLine.Of(step), "green");
        });
        workflow.On<WarningReported>(warning => Say(StepLine.Of(warning), "yellow"));
    }

    public void Say(string message) => Write(new Markup(Markup.Escape(message)));

    public void Fail(WorkflowError error, string? more = null)
    {
        Say($"✗ {error.Title}. {more ?? error.Message} ({error.Code})", "red");
        foreach (var suggestion in error.RecoverySuggestions) Say($"  → {suggestion.Text}");
    }

    /// <summary>The mark alone is coloured; the words keep the terminal's own colour.</summary>
    private void Say(string line, string color) => Write(new Markup($"[{color}]{line[0]}[/]{Markup.Escape(line[1..])}"));

    /// <summary>The bar is wiped first: a line that takes two rows would otherwise leave the end of it standing.</summary>
    private void Write(Markup line) => console.Write(new Rows(new ControlCode("\e[J"), line));
}
