using LiveWorkflows.Errors;
using Spectre.Console;

namespace Resume2Website.Cli.Output;

/// <summary>Chooses how a run is shown, and turns its end into an exit code.</summary>
internal static class Display
{
    /// <summary>Runs the work under a display that fits the error stream.</summary>
    public static async Task<int> RunAsync(Func<IRunDisplay, Task<int>> work)
    {
        if (Console.IsErrorRedirected) return await GuardAsync(new PlainDisplay(Console.Error), work);
        var display = new LiveDisplay(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }));
        return await display.RunAsync(() => GuardAsync(display, work));
    }

    private static async Task<int> GuardAsync(IRunDisplay display, Func<IRunDisplay, Task<int>> work)
    {
        try
        {
            return await work(display);
        }
        catch (UsageException exception)
        {
            display.Say($"✗ {exception.Message}");
            return ExitCode.Usage;
        }
        catch (WorkflowException exception)
        {
            // The renderer's own words name the templates and accents there are; they hold nothing of the CV.
            display.Fail(exception.Error, exception.InnerException is ArgumentException argument ? WithoutParameter(argument) : null);
            return ExitCode.Of(exception.Error);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            display.Say($"✗ {exception.Message}");
            return ExitCode.InputUnusable;
        }
        catch (OperationCanceledException)
        {
            display.Say("✗ Stopped.");
            return ExitCode.Interrupted;
        }
    }

    /// <summary>The runtime adds the name of the parameter, which means nothing to whoever typed the command.</summary>
    private static string WithoutParameter(ArgumentException exception) => exception.Message.Split(" (Parameter ", 2)[0];
}
