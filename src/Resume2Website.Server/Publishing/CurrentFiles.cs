using LiveWorkflows.Artifacts;
using Resume2Website.Server.Problems;
using Resume2Website.Sites;
using Resume2Website.Stages;

namespace Resume2Website.Server.Publishing;

/// <summary>Opens what a job's record names.</summary>
/// <remarks>
/// An edit in the same moment takes away what the record named before it. What is looked for is then in the new record, so a reader gets the
/// old file or the new one, however many edits follow each other.
/// </remarks>
internal sealed class CurrentFiles(CvJobStore jobs, IArtifactStore artifacts)
{
    /// <param name="jobId">The job.</param>
    /// <param name="nameOf">The digest that a record has for the file; null when it has no such file.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The file; null when the record has none, or has one that is gone for good.</returns>
    /// <exception cref="RefusedException">There is no such job yet.</exception>
    public async Task<CurrentFile?> OpenAsync(string jobId, Func<CvJob, string?> nameOf, CancellationToken cancellationToken) =>
        await TryAsync(jobId, nameOf, async (_, name) => await OpenAsync(jobId, name, cancellationToken) is { } content ? new CurrentFile(name, content) : null, cancellationToken);

    /// <summary>The site of a job as it now is, with the record that it is of; null when it is gone for good.</summary>
    /// <exception cref="RefusedException">There is no site yet.</exception>
    public async Task<CurrentSite?> ReadSiteAsync(string jobId, CancellationToken cancellationToken) => await TryAsync(
        jobId, job => job is { Site.Count: > 0, SiteZip: { } zip } ? zip : throw new RefusedException(ServerProblems.NotReady), (job, _) => ReadAsync(job, cancellationToken), cancellationToken);

    private async Task<T?> TryAsync<T>(string jobId, Func<CvJob, string?> nameOf, Func<CvJob, string, Task<T?>> open, CancellationToken cancellationToken) where T : class
    {
        for (string? before = null; ;)
        {
            var job = await jobs.FindAsync(jobId, cancellationToken) ?? throw new RefusedException(ServerProblems.NotReady);
            if (nameOf(job) is not { } name) return null;
            if (await open(job, name) is { } found) return found;
            if (name == before) return null;
            before = name;
        }
    }

    private async Task<CurrentSite?> ReadAsync(CvJob job, CancellationToken cancellationToken)
    {
        var files = new List<SiteFile>();
        foreach (var file in job.Site)
        {
            if (await OpenAsync(job.Id, file.Digest, cancellationToken) is not { } content) return null;
            await using (content)
            {
                using var bytes = new MemoryStream();
                await content.CopyToAsync(bytes, cancellationToken);
                files.Add(new SiteFile(file.Path, file.ContentType, bytes.ToArray()));
            }
        }

        return new CurrentSite(job, new Site(files));
    }

    private ValueTask<Stream?> OpenAsync(string jobId, string name, CancellationToken cancellationToken) =>
        ArtifactDigest.TryParse(name, out var digest) ? artifacts.OpenAsync(jobId, digest, cancellationToken) : ValueTask.FromResult<Stream?>(null);
}
