namespace LiveWorkflows.Errors;

/// <summary>What kind of error it is, which tells who can do something about it.</summary>
public enum ErrorCategory
{
    /// <summary>What was given cannot be used; another input may.</summary>
    Input,

    /// <summary>It took too long.</summary>
    Timeout,

    /// <summary>Something elsewhere could not be reached.</summary>
    Network,

    /// <summary>A service or a resource is not there at present.</summary>
    Unavailable,

    /// <summary>Too much was asked for in too short a time.</summary>
    RateLimit,

    /// <summary>It is not allowed.</summary>
    Permission,

    /// <summary>The settings are wrong.</summary>
    Configuration,

    /// <summary>Memory, disk or another resource ran out.</summary>
    Resource,

    /// <summary>It was stopped on purpose.</summary>
    Cancelled,

    /// <summary>The process died or let go of the work.</summary>
    Abandoned,

    /// <summary>A defect in the program.</summary>
    Internal,
}
