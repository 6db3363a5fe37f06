namespace LiveWorkflows;

/// <summary>A workflow with this id exists already, or existed.</summary>
public sealed class WorkflowIdTakenException : Exception
{
    /// <summary>Creates the exception.</summary>
    public WorkflowIdTakenException() : this("A workflow with this id exists already.") { }

    /// <summary>Creates the exception with a message.</summary>
    public WorkflowIdTakenException(string message) : base(message) { }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public WorkflowIdTakenException(string message, Exception innerException) : base(message, innerException) { }
}
