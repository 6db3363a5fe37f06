using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiveWorkflows;
using LiveWorkflows.Errors;
using Resume2Website.Documents;
using Resume2Website.Extraction;

namespace Resume2Website.Stages;

/// <summary>One run of a job through the stages: the workflow that shows it, the record and the artifacts that keep it.</summary>
/// <remarks>
/// A step's output is stored before the step is said to be complete, so a run that another worker left goes on behind the last step that is.
/// A step that is stopped is left open: either the workflow is ended, which ends it, or the run goes on elsewhere, which begins it again.
/// </remarks>
internal sealed class CvRun(
    Workflow workflow, CvJob job, JobArtifacts artifacts, CvJobStore jobs, TimeProvider time, IReadOnlyDictionary<string, FoundSection> told)
{
    private static readonly RetryPolicy Retry = new();

    /// <summary>The artifacts that steps left for later steps, and that nobody needs after the last.</summary>
    private readonly List<string> _temporary = [];

    public Workflow Workflow { get; } = workflow;

    public JobArtifacts Artifacts { get; } = artifacts;

    /// <summary>The sections that an earlier worker of this run has told of.</summary>
    public IReadOnlyDictionary<string, FoundSection> Told => told;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The job's record as this run last wrote it.</summary>
    public CvJob Job { get; private set; } = job;

    /// <summary>The uploaded files; each is fetched once, and only by a step that is still to do.</summary>
    public IReadOnlyList<StepOutput<byte[]>> Originals { get; } = [.. job.Files.Select(file => new StepOutput<byte[]>(file.Digest, token => artifacts.GetAsync(file.Digest, token)))];

    /// <summary>The uploaded files as the reader takes them.</summary>
    public async Task<IReadOnlyList<DocumentSource>> SourcesAsync(CancellationToken cancellationToken)
    {
        var sources = new List<DocumentSource>();
        foreach (var (file, original) in Job.Files.Zip(Originals))
        {
            sources.Add(new DocumentSource(await original.GetAsync(cancellationToken).ConfigureAwait(false), file.Format ?? Job.Format ?? DocumentFormat.Unknown, Job.Password));
        }

        return sources;
    }

    /// <summary>Has an artifact removed with the temporary files, unless the job's record then names it.</summary>
    public void LetGo(string digest) => _temporary.Add(digest);

    /// <summary>Removes all that the steps left but what the job's record names: the original, its lines, the résumé and the site. Gives how many files that were.</summary>
    public async Task<int> RemoveTemporaryAsync(CancellationToken cancellationToken)
    {
        var wanted = Job.Site.Select(file => file.Digest).Concat(Job.Files.Select(file => file.Digest)).Append(Job.Resume).Append(Job.Lines).Append(Job.SiteZip).ToHashSet();
        var unwanted = _temporary.Distinct().Where(digest => !wanted.Contains(digest)).ToList();
        foreach (var digest in unwanted) await Artifacts.DeleteAsync(digest, cancellationToken).ConfigureAwait(false);
        return unwanted.Count;
    }

    public async Task RecordAsync(Func<CvJob, CvJob> change, CancellationToken cancellationToken) =>
        Job = await jobs.UpdateAsync(Job.Id, change, cancellationToken).ConfigureAwait(false) ?? throw StageErrors.Gone();

    public async Task StepAsync(string name, Func<StepScope, CancellationToken, Task<StepOutcome>> work, CancellationToken cancellationToken)
    {
        var step = Workflow.BeginStep(name);
        if (step.IsAlreadyCompleted) return;
        var outcome = await AttemptAsync(step, work, cancellationToken).ConfigureAwait(false);
        step.Complete(outcome.Detail, outcome.Confidence);
    }

    /// <summary>Runs a step whose output is an artifact in JSON, for later steps only; one that was done before gives the artifact it left.</summary>
    public async Task<StepOutput<T>> StepAsync<T>(
        string name, JsonTypeInfo<T> type, Func<StepScope, CancellationToken, Task<StepResult<T>>> work, CancellationToken cancellationToken) where T : class
    {
        var output = await OutputAsync(
            name, value => JsonSerializer.SerializeToUtf8Bytes(value, type), bytes => JsonSerializer.Deserialize(bytes, type)!, work, cancellationToken).ConfigureAwait(false);
        _temporary.Add(output.Digest);
        return output;
    }

    /// <summary>Runs a step that makes a file to keep; one that was done before gives the file it left.</summary>
    public Task<StepOutput<byte[]>> FileStepAsync(
        string name, Func<StepScope, CancellationToken, Task<StepResult<byte[]>>> work, CancellationToken cancellationToken) =>
        OutputAsync(name, bytes => bytes, bytes => bytes, work, cancellationToken);

    private async Task<StepOutput<T>> OutputAsync<T>(
        string name, Func<T, byte[]> write, Func<byte[], T> read, Func<StepScope, CancellationToken, Task<StepResult<T>>> work, CancellationToken cancellationToken)
        where T : class
    {
        var step = Workflow.BeginStep(name);
        if (step is { IsAlreadyCompleted: true, Artifact: { } known })
            return new StepOutput<T>(known, async token => read(await Artifacts.GetAsync(known, token).ConfigureAwait(false)));
        var (result, digest) = await AttemptAsync(step, async (scope, token) =>
        {
            var made = await work(scope, token).ConfigureAwait(false);
            return (made, await Artifacts.PutAsync(write(made.Value), token).ConfigureAwait(false));
        }, cancellationToken).ConfigureAwait(false);
        step.Complete(result.Detail, result.Confidence, digest);
        return new StepOutput<T>(digest, result.Value);
    }

    private async Task<T> AttemptAsync<T>(StepScope step, Func<StepScope, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                return await work(step, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                var known = StageErrors.Translate(exception);
                if (known is not WorkflowException { Error.Retryable: true } || attempt >= Retry.MaxAttempts)
                {
                    step.Fail(known);
                    throw known;
                }

                var delay = Retry.DelayBefore(attempt + 1);
                step.Retry(known, delay);
                await Task.Delay(delay, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
