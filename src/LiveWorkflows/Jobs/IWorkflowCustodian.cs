namespace LiveWorkflows.Jobs;

/// <summary>Somebody who goes on with workflows that were open when the program stopped. Register as a service.</summary>
public interface IWorkflowCustodian
{
    /// <summary>Whether an open workflow is in its care, so that it is not ended as abandoned.</summary>
    ValueTask<bool> KeepsAsync(string workflowId, CancellationToken cancellationToken);
}
