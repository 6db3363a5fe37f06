using Microsoft.AspNetCore.Http;

namespace LiveWorkflows.AspNetCore.Endpoints;

/// <summary>Takes over <c>POST /api/v1/workflows/start</c> for one type of workflow. Register as a service.</summary>
public interface IWorkflowStarter
{
    /// <summary>The type it starts.</summary>
    string Type { get; }

    /// <summary>Starts or queues a workflow; what it returns is answered with 201.</summary>
    /// <exception cref="WorkflowIdTakenException">The wanted id exists or existed: answered with 409.</exception>
    /// <exception cref="Errors.WorkflowException">It cannot be started: answered with its error, as 400 or what its category says.</exception>
    ValueTask<StartedWorkflow> StartAsync(WorkflowStartRequest request, HttpContext context, CancellationToken cancellationToken);
}
