namespace LiveWorkflows.Artifacts;

/// <summary>The store cannot keep anything at present. Nothing was stored, and the call may be repeated.</summary>
public sealed class ArtifactStoreUnavailableException : Exception
{
    /// <summary>Creates the exception.</summary>
    public ArtifactStoreUnavailableException() : this("The artifact store cannot keep anything at present.") { }

    /// <summary>Creates the exception with a message.</summary>
    public ArtifactStoreUnavailableException(string message) : base(message) { }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public ArtifactStoreUnavailableException(string message, Exception innerException) : base(message, innerException) { }
}
