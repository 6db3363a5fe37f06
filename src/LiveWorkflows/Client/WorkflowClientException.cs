using System.Net;
using LiveWorkflows.Errors;

namespace LiveWorkflows.Client;

/// <summary>A server has refused a request, and says why and what can be done (RFC 9457).</summary>
public sealed class WorkflowClientException : Exception
{
    /// <summary>Creates the exception.</summary>
    public WorkflowClientException(HttpStatusCode status, WorkflowError error) : base(error?.Message)
    {
        ArgumentNullException.ThrowIfNull(error);
        (Status, Error) = (status, error);
    }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Code, category, whether another try may help, and advice.</summary>
    public WorkflowError Error { get; }
}
