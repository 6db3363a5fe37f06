using System.Globalization;
using LiveWorkflows;
using LiveWorkflows.Events;

namespace Resume2Website.Cli.Output;

/// <summary>The line of a finished step: a mark, the time it took, its name, and what came of it.</summary>
internal static class StepLine
{
    public static string Of(StepCompleted step) => $"✓ {Time(step.DurationMs),8}  {step.StepName}{(string.IsNullOrEmpty(step.Detail) ? "" : $": {step.Detail}")}";

    public static string Of(WarningReported warning) => $"! {warning.Message}";

    /// <summary>What a server does at the end of a job has no meaning for a file on somebody's own disk.</summary>
    public static bool IsShown(StepCompleted step) => step.Phase != WorkflowPhase.Finalization.Name;

    private static string Time(double milliseconds) => milliseconds < 1000
        ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:0.0} s");
}
