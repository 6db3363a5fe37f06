using System.Text.Json;
using LiveWorkflows.Events;
using LiveWorkflows.Jobs;

namespace Resume2Website.Stages;

/// <summary>Runs queued CVs through the pipeline.</summary>
internal sealed class CvJobHandler(CvPipeline pipeline) : IJobHandler
{
    public string Type => CvJob.WorkflowType;

    public IReadOnlyList<PlannedPhase> Phases => CvPipeline.Phases;

    public async Task<JsonElement> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var result = await pipeline.RunAsync(CvJobPayload.JobIdOf(context.Job), context.Workflow, cancellationToken).ConfigureAwait(false);
        return JsonSerializer.SerializeToElement(result, CvJson.Default.CvResult);
    }
}
