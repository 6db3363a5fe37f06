using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using LiveWorkflows.Errors;

namespace LiveWorkflows.AspNetCore.Demo;

/// <summary>
/// A workflow that shows how errors are handled, by really meeting them: a file that is not there, a port nobody listens on, text that is not JSON,
/// and a folder that cannot be written to.
/// </summary>
internal sealed class ErrorHandlingDemo(WorkflowTracker tracker)
{
    /// <summary>The type of the demonstration's workflows, by which reports leave them out.</summary>
    public const string Type = "demo";

    private static readonly RetryPolicy Twice = new() { MaxAttempts = 2, Delay = TimeSpan.FromMilliseconds(50) };

    public Workflow Start() => tracker.Start("error_handling_demo", new WorkflowOptions
    {
        Type = Type,
        Phases = [new("VALIDATION", 1), new("PROCESSING", 2), new("FINALIZATION", 1)],
    });

    /// <summary>Runs to the failure it is made for; never throws.</summary>
    public static async Task RunAsync(Workflow workflow)
    {
        await using (workflow.ConfigureAwait(false))
        {
            try
            {
                await workflow.RunPhaseAsync(WorkflowPhase.Validation, (phase, token) => phase.RunStepAsync("Reading optional settings", WarnAsync, cancellationToken: token)).ConfigureAwait(false);
                await workflow.RunPhaseAsync(WorkflowPhase.Processing, ProcessAsync).ConfigureAwait(false);
                await workflow.RunPhaseAsync(WorkflowPhase.Finalization, (phase, token) => phase.RunStepAsync("Saving the result", FailAsync, cancellationToken: token)).ConfigureAwait(false);
                workflow.Complete();
            }
            catch (Exception exception)
            {
                workflow.Fail(exception);
            }
        }

        async Task WarnAsync(StepScope step, CancellationToken token)
        {
            try
            {
                await File.ReadAllTextAsync(Path.Combine(NoSuchFolder(), "settings.json"), token).ConfigureAwait(false);
            }
            catch (IOException)
            {
                workflow.ReportWarning("optional_settings_missing", "There are no settings of one's own; the defaults are used.", step);
            }
        }

        async Task ProcessAsync(PhaseScope phase, CancellationToken token)
        {
            using var service = new LateService();
            await phase.RunStepAsync("Asking a service that is slow to start", async (step, cancellation) =>
            {
                try
                {
                    await service.AskAsync(cancellation).ConfigureAwait(false);
                }
                catch (SocketException exception)
                {
                    workflow.ReportError("The service does not listen yet.", exception, step);
                    service.Listen();
                    throw;
                }
            }, Twice, token).ConfigureAwait(false);
            await phase.RunStepAsync("Reading the answer", (step, _) =>
            {
                Recover(step);
                return Task.CompletedTask;
            }, cancellationToken: token).ConfigureAwait(false);
        }

        void Recover(StepScope step)
        {
            var answer = new Utf8JsonReader("""{"answer": 42, "unit": "ki"""u8);
            long? value = null;
            try
            {
                while (answer.Read())
                {
                    if (answer.TokenType == JsonTokenType.Number) value = answer.GetInt64();
                }
            }
            catch (JsonException exception)
            {
                workflow.ReportError("The answer was cut off; what there is of it is used.", exception, step);
                step.Complete($"recovered {value} from an answer that was cut off", confidence: 0.5);
            }
        }
    }

    private static async Task FailAsync(StepScope step, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllTextAsync(Path.Combine(NoSuchFolder(), "result.json"), "{}", cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw new WorkflowException(CannotSave, exception);
        }
    }

    private static string NoSuchFolder() => Path.Combine(Path.GetTempPath(), $"no-such-folder-{Guid.NewGuid():N}");

    private static WorkflowError CannotSave { get; } = new()
    {
        Code = "result_not_saved",
        Title = "The result could not be saved",
        Message = "The folder for results is not there.",
        Category = ErrorCategory.Resource,
        Retryable = true,
        RetryAfterMs = 5_000,
        RecoverySuggestions =
        [
            new RecoverySuggestion("check_folder", "Make sure that the folder for results exists and can be written to."),
            new RecoverySuggestion("retry", "Then run the workflow again."),
        ],
    };
}
