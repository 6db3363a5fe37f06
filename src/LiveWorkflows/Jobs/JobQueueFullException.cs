namespace LiveWorkflows.Jobs;

/// <summary>The queue holds as many waiting jobs as it may; try again later.</summary>
public sealed class JobQueueFullException : Exception
{
    /// <summary>Creates the exception.</summary>
    public JobQueueFullException() : this("The job queue is full.") { }

    /// <summary>Creates the exception with a message.</summary>
    public JobQueueFullException(string message) : base(message) { }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public JobQueueFullException(string message, Exception innerException) : base(message, innerException) { }
}
