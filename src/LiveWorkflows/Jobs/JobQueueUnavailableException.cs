namespace LiveWorkflows.Jobs;

/// <summary>The queue cannot keep anything at present. Nothing was changed, and the call may be repeated.</summary>
public sealed class JobQueueUnavailableException : Exception
{
    /// <summary>Creates the exception.</summary>
    public JobQueueUnavailableException() : this("The job queue cannot keep anything at present.") { }

    /// <summary>Creates the exception with a message.</summary>
    public JobQueueUnavailableException(string message) : base(message) { }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public JobQueueUnavailableException(string message, Exception innerException) : base(message, innerException) { }
}
