namespace LiveWorkflows.Errors;

/// <summary>Turns exceptions into errors with stable codes and advice.</summary>
public interface IErrorCatalogue
{
    /// <summary>Describes an exception. Never throws, and never puts the exception's own text into the error unless that text is known to be harmless.</summary>
    WorkflowError Describe(Exception exception);
}
