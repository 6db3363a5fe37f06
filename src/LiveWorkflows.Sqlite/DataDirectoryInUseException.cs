namespace LiveWorkflows.Sqlite;

/// <summary>Another process uses the data directory.</summary>
public sealed class DataDirectoryInUseException : IOException
{
    /// <summary>Creates the exception.</summary>
    public DataDirectoryInUseException() : this("The data directory is in use by another process.") { }

    /// <summary>Creates the exception with a message.</summary>
    public DataDirectoryInUseException(string message) : base(message) { }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public DataDirectoryInUseException(string message, Exception innerException) : base(message, innerException) { }
}
