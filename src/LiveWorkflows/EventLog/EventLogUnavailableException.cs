namespace LiveWorkflows.EventLog;

/// <summary>The log cannot store anything at present. Nothing of the call was stored, and it may be repeated.</summary>
public sealed class EventLogUnavailableException : Exception
{
    /// <summary>Creates the exception.</summary>
    public EventLogUnavailableException() : this("The event log cannot store anything at present.") { }

    /// <summary>Creates the exception with a message.</summary>
    public EventLogUnavailableException(string message) : base(message) { }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public EventLogUnavailableException(string message, Exception innerException) : base(message, innerException) { }
}
