using LiveWorkflows.AspNetCore.Problems;

namespace Resume2Website.Server.Problems;

/// <summary>A request that is refused with a problem that is already known.</summary>
internal sealed class RefusedException(WorkflowProblem problem) : Exception(problem.Error.Code)
{
    public WorkflowProblem Problem { get; } = problem;
}
