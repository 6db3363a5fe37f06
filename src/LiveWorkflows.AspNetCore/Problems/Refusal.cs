using LiveWorkflows.Errors;
using Microsoft.AspNetCore.Http;

namespace LiveWorkflows.AspNetCore.Problems;

/// <summary>The answers that several endpoints give.</summary>
internal static class Refusal
{
    private static readonly RecoverySuggestion CheckInput = new("check_input", "Correct the request and send it again.");

    public static WorkflowProblem UnknownWorkflow { get; } = new(StatusCodes.Status404NotFound, new WorkflowError
    {
        Code = "workflow_not_found",
        Title = "No such workflow",
        Message = "There is no workflow of this id, or it is not yours to see.",
        Category = ErrorCategory.Input,
        RecoverySuggestions = [new RecoverySuggestion("check_id", "Check the id, and send the ticket that came with it.")],
    });

    public static WorkflowProblem OperatorsOnly { get; } = new(StatusCodes.Status401Unauthorized, new WorkflowError
    {
        Code = "operator_only",
        Title = "For operators only",
        Message = "This is open on the server's own machine, and elsewhere to whoever holds the operator key.",
        Category = ErrorCategory.Permission,
        RecoverySuggestions = [new RecoverySuggestion("send_operator_key", "Send the operator key as a bearer token.")],
    });

    public static WorkflowProblem IdTaken { get; } = new(StatusCodes.Status409Conflict, new WorkflowError
    {
        Code = "workflow_id_taken",
        Title = "The id is taken",
        Message = "A workflow of this id exists or existed.",
        Category = ErrorCategory.Input,
        RecoverySuggestions = [new RecoverySuggestion("choose_another_id", "Choose another id, or leave it out to have one made.")],
    });

    public static WorkflowProblem Ended { get; } = new(StatusCodes.Status409Conflict, new WorkflowError
    {
        Code = "workflow_ended",
        Title = "The workflow has ended",
        Message = "This workflow has ended and takes nothing more.",
        Category = ErrorCategory.Input,
        RecoverySuggestions = [new RecoverySuggestion("start_another", "Start another workflow.")],
    });

    public static WorkflowProblem NotReportedFromOutside { get; } = new(StatusCodes.Status409Conflict, new WorkflowError
    {
        Code = "not_reported_from_outside",
        Title = "This workflow is run here",
        Message = "This server runs the workflow itself; its events cannot be reported from outside.",
        Category = ErrorCategory.Input,
        RecoverySuggestions = [new RecoverySuggestion("start_another", "Start a workflow of a type that this server does not run.")],
    });

    public static WorkflowProblem QueueFull { get; } = new(StatusCodes.Status503ServiceUnavailable, new WorkflowError
    {
        Code = "queue_full",
        Title = "Too much is waiting",
        Message = "As many jobs wait as may wait; there is room again soon.",
        Category = ErrorCategory.Unavailable,
        Retryable = true,
        RetryAfterMs = 10_000,
        RecoverySuggestions = [new RecoverySuggestion("retry_later", "Try again in a few seconds.")],
    });

    public static WorkflowProblem StorageUnavailable { get; } = new(StatusCodes.Status503ServiceUnavailable, new WorkflowError
    {
        Code = "storage_unavailable",
        Title = "Nothing can be stored at present",
        Message = "The storage is full or out of reach; nothing of this request was kept.",
        Category = ErrorCategory.Unavailable,
        Retryable = true,
        RetryAfterMs = 5_000,
        RecoverySuggestions = [new RecoverySuggestion("retry_later", "Try again in a few seconds.")],
    });

    public static WorkflowProblem UnknownAlert { get; } = new(StatusCodes.Status404NotFound, new WorkflowError
    {
        Code = "alert_not_found",
        Title = "No such alert",
        Message = "There is no alert of this id.",
        Category = ErrorCategory.Input,
        RecoverySuggestions = [new RecoverySuggestion("check_id", "Check the id in the list of alerts.")],
    });

    public static WorkflowProblem AlertIsOver { get; } = new(StatusCodes.Status409Conflict, new WorkflowError
    {
        Code = "alert_resolved",
        Title = "The alert is over",
        Message = "This alert was resolved already.",
        Category = ErrorCategory.Input,
        RecoverySuggestions = [new RecoverySuggestion("check_id", "Look at the list of alerts for one that fires.")],
    });

    /// <summary>The request is not as it must be.</summary>
    public static WorkflowProblem Invalid(string code, string message) => new(StatusCodes.Status400BadRequest, new WorkflowError
    {
        Code = code, Title = "The request is not valid", Message = message, Category = ErrorCategory.Input, RecoverySuggestions = [CheckInput],
    });
}
