namespace LiveWorkflows.Records;

/// <summary>The store cannot keep anything at present. Nothing was changed, and the call may be repeated.</summary>
public sealed class RecordStoreUnavailableException : Exception
{
    /// <summary>Creates the exception.</summary>
    public RecordStoreUnavailableException() : this("The record store cannot keep anything at present.") { }

    /// <summary>Creates the exception with a message.</summary>
    public RecordStoreUnavailableException(string message) : base(message) { }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public RecordStoreUnavailableException(string message, Exception innerException) : base(message, innerException) { }
}
