using System.Security.Cryptography;
using System.Text.Json;
using LiveWorkflows.Artifacts;
using Resume2Website.Documents;
using Resume2Website.Resumes;
using Resume2Website.Server.Problems;
using Resume2Website.Server.Uploads;
using Resume2Website.Sites;
using Resume2Website.Stages;

namespace Resume2Website.Server.Publishing;

/// <summary>Changes a finished job's résumé or design; its preview is rendered, checked and stored before the change counts.</summary>
/// <remarks>
/// A change is one compare-and-set of the job's record, so a preview always belongs to the résumé and the design beside it. Changes of a job
/// wait for each other here; one that another server made is met with a second attempt.
/// </remarks>
internal sealed class SiteEditor(CvJobStore jobs, IArtifactStore artifacts, SiteBuilder builder, IDocumentReader reader, TimeProvider time)
{
    private const int MaxEarlierResumes = 50;
    private readonly StripedLock _turns = new();

    /// <summary>The tag of a job's design: the same for the same choices.</summary>
    public static string DesignTag(CvJob job) => Convert.ToHexStringLower(
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(job.Options, CvJson.Default.SiteOptions)).AsSpan(0, 16));

    /// <summary>The tag of a job's résumé, which is also that of its download.</summary>
    public static string ResumeTag(CvJob job) => job.Resume!;

    /// <summary>The job, when it has a site to work on.</summary>
    /// <exception cref="RefusedException">It is not made yet.</exception>
    public async Task<CvJob> FindAsync(string jobId, CancellationToken cancellationToken) =>
        await jobs.FindAsync(jobId, cancellationToken) is { Site.Count: > 0, Resume: not null } job ? job : throw new RefusedException(ServerProblems.NotReady);

    /// <summary>The job's résumé as it is now.</summary>
    public Task<Resume> ReadResumeAsync(CvJob job, CancellationToken cancellationToken) => ReadResumeAsync(job.Id, job.Resume, cancellationToken);

    private async Task<Resume> ReadResumeAsync(string jobId, string? digest, CancellationToken cancellationToken)
    {
        if (!ArtifactDigest.TryParse(digest, out var parsed) || await artifacts.OpenAsync(jobId, parsed, cancellationToken) is not { } content)
            throw new RefusedException(ServerProblems.NotFound);
        await using (content) return (await JsonSerializer.DeserializeAsync(content, ResumeJson.Default.Resume, cancellationToken))!;
    }

    /// <exception cref="RefusedException">The design's precondition is not met, or the site may not be shown.</exception>
    public Task<SavedSite> SaveDesignAsync(string jobId, Precondition precondition, Design design, CancellationToken cancellationToken) =>
        SaveAsync(jobId, async job =>
        {
            precondition.Check(DesignTag(job));
            return (job with { Options = design.ToOptions(job.Options.AsOf) }, await ReadResumeAsync(job, cancellationToken));
        }, cancellationToken);

    /// <exception cref="RefusedException">The résumé's precondition is not met, or the site may not be shown.</exception>
    /// <exception cref="LiveWorkflows.Errors.WorkflowException">What was sent is no JSON Resume.</exception>
    /// <exception cref="DocumentException">There is a new picture, and the program that reads pictures did not start.</exception>
    public async Task<SavedSite> SaveResumeAsync(string jobId, Precondition precondition, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> warnings = [];
        var saved = await SaveAsync(jobId, async job =>
        {
            precondition.Check(ResumeTag(job));
            var before = await ReadResumeAsync(job, cancellationToken);
            // What was read from the document is the first of the earlier versions.
            var read = job.EarlierResumes is [var first, ..] ? await ReadResumeAsync(job.Id, first.Digest, cancellationToken) : before;
            var edited = EditedResume.Parse(json.Span, before, read);
            var resume = await ResumePicture.MadeSafeAsync(edited, reader, before.Basics.Image, cancellationToken);
            warnings = ResumePicture.IsDropped(edited, resume) ? [ResumePicture.Dropped] : [];
            var digest = ArtifactDigest.Of(ResumeFile.Write(resume)).Value;
            return (job with { Resume = digest, Sections = EditedResume.SectionsOf(resume), EarlierResumes = Earlier(job, digest) }, resume);
        }, cancellationToken);
        return saved with { Warnings = warnings };
    }

    private async Task<SavedSite> SaveAsync(string jobId, Func<CvJob, Task<(CvJob Changed, Resume Resume)>> change, CancellationToken cancellationToken)
    {
        using var turn = await _turns.EnterAsync(jobId, cancellationToken);
        while (true)
        {
            var before = await FindAsync(jobId, cancellationToken);
            var (changed, resume) = await change(before);
            var built = await builder.BuildAsync(resume, changed.Options, cancellationToken);
            if (built.IsRefused) throw new RefusedException(PublishingProblems.GateFailed(built.Findings));

            if (await StoreAsync(before, changed, resume, built) is { } saved) return new SavedSite(saved, resume, built);
        }
    }

    /// <summary>
    /// Stores what a change made, and has the record name it; null when another change was faster. Nothing is called off here, and what comes to no end takes its
    /// files with it: those that no record names would stay as long as the job.
    /// </summary>
    private async Task<CvJob?> StoreAsync(CvJob before, CvJob changed, Resume resume, CheckedSite built)
    {
        var (isSaved, isDone) = (false, false);
        try
        {
            if (changed.Resume != before.Resume) await KeepAsync(before.Id, resume);
            changed = changed with
            {
                Site = await builder.KeepAsync(before.Id, built.Site, CancellationToken.None),
                SiteZip = await builder.KeepZipAsync(before.Id, built.Site, CancellationToken.None),
            };
            var saved = await jobs.UpdateAsync(before.Id, known =>
            {
                isSaved = known.Resume == before.Resume && DesignTag(known) == DesignTag(before);
                return isSaved ? With(known, changed) : known;
            }, CancellationToken.None) ?? throw new RefusedException(ServerProblems.NotFound);
            if (!isSaved) return null;
            isDone = true;
            await ForgetAsync(NamedBy(before), saved);
            return saved;
        }
        finally
        {
            if (!isDone)
            {
                var kept = built.Site.Files.Select(file => ArtifactDigest.Of(file.Content.Span).Value);
                await ForgetAsync([.. kept, changed.Resume, changed.SiteZip], await jobs.FindAsync(before.Id, CancellationToken.None) ?? before);
            }
        }
    }

    private async Task KeepAsync(string jobId, Resume resume)
    {
        using var content = new MemoryStream(ResumeFile.Write(resume), writable: false);
        await artifacts.PutAsync(jobId, content, CancellationToken.None);
    }

    // Only what an edit decides: the rest of the record may have changed meanwhile, and is as it now is.
    private static CvJob With(CvJob known, CvJob changed) => known with
    {
        Resume = changed.Resume,
        EarlierResumes = changed.EarlierResumes,
        Sections = changed.Sections,
        Options = changed.Options,
        Site = changed.Site,
        SiteZip = changed.SiteZip,
    };

    /// <summary>What was read from the document is kept for good, and the newest of what followed.</summary>
    private List<ResumeVersion> Earlier(CvJob job, string next)
    {
        if (next == job.Resume) return [.. job.EarlierResumes];
        List<ResumeVersion> all = [.. job.EarlierResumes, new ResumeVersion(job.Resume!, time.GetUtcNow())];
        return all.Count <= MaxEarlierResumes ? all : [all[0], .. all.Skip(all.Count - MaxEarlierResumes + 1)];
    }

    private static IEnumerable<string?> NamedBy(CvJob job) =>
        [.. job.Files.Select(file => file.Digest), .. job.Site.Select(file => file.Digest), .. job.EarlierResumes.Select(version => version.Digest), job.Resume, job.Lines, job.SiteZip];

    private async Task ForgetAsync(IEnumerable<string?> digests, CvJob job)
    {
        foreach (var digest in digests.Except(NamedBy(job)))
        {
            if (ArtifactDigest.TryParse(digest, out var parsed)) await artifacts.DeleteAsync(job.Id, parsed, CancellationToken.None);
        }
    }
}
