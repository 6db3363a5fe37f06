namespace LiveWorkflows.Errors;

/// <summary>A failure whose code, sentence and advice are already known: it is reported as its <see cref="Error"/> says.</summary>
public sealed class WorkflowException : Exception
{
    /// <summary>Creates the exception.</summary>
    public WorkflowException(WorkflowError error, Exception? innerException = null) : base(error?.Message, innerException ?? error?.Exception)
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = error;
    }

    /// <summary>What went wrong and what can be done.</summary>
    public WorkflowError Error { get; }
}
