using System.Text.Json;
using LiveWorkflows.Events;

namespace LiveWorkflows.Jobs;

/// <summary>Runs the jobs of one type. Register as a service; <see cref="JobRunner"/> calls it.</summary>
public interface IJobHandler
{
    /// <summary>The type of jobs it runs.</summary>
    string Type { get; }

    /// <summary>The phases that are expected of a run, in order.</summary>
    IReadOnlyList<PlannedPhase> Phases { get; }

    /// <summary>Runs a job, or goes on with one that another worker left; returns the workflow's result.</summary>
    /// <remarks>
    /// What it throws fails the workflow. It may be called again for the same job after a crash: steps that were finished say so by
    /// <see cref="StepScope.IsAlreadyCompleted"/>. The token is cancelled when somebody asks the job to stop, when the lease is lost, and when the
    /// program shuts down; in the last two cases nothing is ended, and the job goes on elsewhere or later.
    /// </remarks>
    Task<JsonElement> RunAsync(JobContext context, CancellationToken cancellationToken);
}
