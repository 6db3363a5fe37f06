using LiveWorkflows.Errors;

namespace Resume2Website.Cli;

/// <summary>What the program's end says to the one who started it.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int InputUnusable = 1;
    public const int Usage = 2;
    public const int GateFailed = 3;
    public const int ProviderDown = 4;
    public const int Interrupted = 130;

    public static int Of(WorkflowError error) => error switch
    {
        { Code: "gate_failed" } => GateFailed,
        { Code: "design_unknown" } => Usage,
        { Category: ErrorCategory.Unavailable or ErrorCategory.Network or ErrorCategory.RateLimit } => ProviderDown,
        _ => InputUnusable,
    };
}
