using Resume2Website.Server.Access;
using Resume2Website.Server.Problems;
using Resume2Website.Server.Uploads;
using Resume2Website.Stages;

namespace Resume2Website.Server.Publishing;

/// <summary>Publishes a job's site, takes it away, and brings an earlier version back.</summary>
/// <remarks>
/// A version is stored whole before one write of the slug's record shows it; so a reader sees all of one version or all of another. It is
/// named in the job's publication first. When it fails or is called off, what was stored of it is deleted at once; when the server stops in
/// between, the next sweep or the next change deletes it, or writes what was left to write if it is shown already.
/// </remarks>
internal sealed class Publisher(
    SiteEditor editor, SiteBuilder builder, VersionFiles versions, PublicationStore publications, JobOwnershipStore ownerships, TimeProvider time)
{
    private const int MaxVersions = 20;
    private const int SuggestionsTried = 50;
    private readonly StripedLock _turns = new();

    /// <summary>Says which résumé and design a version is made of.</summary>
    public static string SourceOf(CvJob job) => $"{SiteEditor.ResumeTag(job)}/{SiteEditor.DesignTag(job)}";

    /// <param name="jobId">The job.</param>
    /// <param name="wanted">The slug; the one that the job has when null.</param>
    /// <param name="addressOf">The public address of a slug.</param>
    /// <param name="cancellationToken">Ends the preparation; what is shown is never half of it.</param>
    /// <returns>The site, and whether the very same was shown before: then no version is made.</returns>
    /// <exception cref="RefusedException">The slug cannot be had, or the site may not be shown.</exception>
    public async Task<PublishedSite> PublishAsync(string jobId, string? wanted, Func<string, Uri> addressOf, CancellationToken cancellationToken)
    {
        using var turn = await _turns.EnterAsync(jobId, cancellationToken);
        await RecoverAsync(jobId, cancellationToken);
        var job = await editor.FindAsync(jobId, cancellationToken);
        var publication = await publications.FindAsync(jobId, cancellationToken);
        var slug = wanted ?? publication?.Slug ?? throw new RefusedException(PublishingProblems.SlugMissing);
        Slug.Check(slug);
        if (await publications.FindSlugAsync(slug, cancellationToken) is { } known && known.JobId != jobId) throw await TakenAsync(slug, cancellationToken);

        var resume = await editor.ReadResumeAsync(job, cancellationToken);
        var address = addressOf(slug);
        var built = await builder.BuildAsync(resume, job.Options with { BaseUrl = address }, cancellationToken);
        if (built.IsRefused) throw new RefusedException(PublishingProblems.GateFailed(built.Findings));

        var content = VersionFiles.DigestOf(built.Site);
        if (publication?.Slug == slug && await IsShownAsync(job, slug, content, cancellationToken)) return new PublishedSite(built, IsUnchanged: true);

        var started = (await publications.UpdateAsync(jobId, before => before with
        {
            Claims = [.. before.Claims.Union([slug])],
            LastVersion = before.LastVersion + 1,
            Started = new StartedVersion(before.LastVersion + 1, slug, address.AbsoluteUri),
        }, cancellationToken)).Started!;
        try
        {
            await ShowAsync(jobId, slug, new PublishedVersion
            {
                Number = started.Number,
                Files = await versions.KeepAsync(PublicationStore.OwnerOf(jobId, started.Number), started.Number, built.Site, cancellationToken),
                PublishedAt = time.GetUtcNow(),
                Template = job.Options.Template,
                Accent = job.Options.Accent,
                Source = SourceOf(job),
                Content = content,
            });
        }
        catch
        {
            await RecoverAsync(jobId, CancellationToken.None);
            throw;
        }

        if (!await SettleAsync(jobId, started)) throw new RefusedException(ServerProblems.NotFound);
        return new PublishedSite(built, IsUnchanged: false);
    }

    /// <summary>Brings to an end what a stopped server left half published of a job.</summary>
    public async Task FinishAsync(string jobId, CancellationToken cancellationToken)
    {
        if (await publications.FindAsync(jobId, cancellationToken) is not { Started: not null }) return;
        using var turn = await _turns.EnterAsync(jobId, cancellationToken);
        await RecoverAsync(jobId, cancellationToken);
    }

    /// <exception cref="RefusedException">The site is not published.</exception>
    public async Task UnpublishAsync(string jobId, CancellationToken cancellationToken)
    {
        using var turn = await _turns.EnterAsync(jobId, cancellationToken);
        await RecoverAsync(jobId, cancellationToken);
        var slug = await SlugOfAsync(jobId, cancellationToken);
        if (await publications.FindSlugAsync(slug, cancellationToken) is not { Live: not null } record || record.JobId != jobId) throw new RefusedException(PublishingProblems.NotPublished);

        // First the week that the job is kept from now on, then the switch: a job is never without both.
        await publications.UpdateAsync(jobId, before => before with { UnpublishedAt = time.GetUtcNow() }, cancellationToken);
        await publications.UpdateSlugAsync(slug, known => known?.JobId == jobId ? known.Show(null, time.GetUtcNow()) : null, CancellationToken.None);
    }

    /// <param name="jobId">The job.</param>
    /// <param name="number">The version to show; the newest that is older than the one shown when null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="RefusedException">There is no such version, or the site is not published.</exception>
    public async Task RollBackAsync(string jobId, int? number, CancellationToken cancellationToken)
    {
        using var turn = await _turns.EnterAsync(jobId, cancellationToken);
        await RecoverAsync(jobId, cancellationToken);
        var slug = await SlugOfAsync(jobId, cancellationToken);
        await publications.UpdateSlugAsync(slug, record =>
        {
            if (record is not { Live: { } live } || record.JobId != jobId) throw new RefusedException(PublishingProblems.NotPublished);
            var wanted = number ?? record.Versions.LastOrDefault(version => version.Number < live)?.Number ?? throw new RefusedException(PublishingProblems.NoEarlierVersion);
            if (record.Find(wanted) is null) throw new RefusedException(PublishingProblems.VersionUnknown(record.Versions.Select(version => version.Number)));
            return record.Show(wanted, time.GetUtcNow());
        }, cancellationToken);
    }

    /// <summary>The switch. From here on nothing is called off: half a change would be worse than one that nobody waits for.</summary>
    private async Task ShowAsync(string jobId, string slug, PublishedVersion version)
    {
        IReadOnlyList<PublishedVersion> dropped = [];
        var shown = await publications.UpdateSlugAsync(slug, record =>
        {
            if (record is not null && record.JobId != jobId) return null;
            var all = record ?? new SlugRecord { JobId = jobId };
            List<PublishedVersion> kept = [.. all.Versions, version];
            dropped = [.. kept.Where(old => old.Number != version.Number && old.Number != all.Live).Take(kept.Count - MaxVersions)];
            return (all with { Versions = [.. kept.Except(dropped)] }).Show(version.Number, version.PublishedAt);
        }, CancellationToken.None);
        if (shown is null) throw await TakenAsync(slug, CancellationToken.None);
        await publications.DropAsync(jobId, dropped.Select(old => old.Number), CancellationToken.None);
    }

    /// <summary>Whether a site is what is shown, byte for byte; it is then of the résumé and the design as they are now.</summary>
    private async Task<bool> IsShownAsync(CvJob job, string slug, string content, CancellationToken cancellationToken) =>
        await publications.UpdateSlugAsync(slug, record => record?.JobId == job.Id && record.Find(record.Live)?.Content == content
            ? record with
            {
                Versions = [.. record.Versions.Select(version => version.Number == record.Live ? version with { Source = SourceOf(job), Template = job.Options.Template, Accent = job.Options.Accent } : version)],
            }
            : null, cancellationToken) is not null;

    /// <summary>
    /// Writes what follows the switch: the slug is the job's one, and those that it had before are given back. A job that was deleted meanwhile shows nothing;
    /// then the answer is false.
    /// </summary>
    private async Task<bool> SettleAsync(string jobId, StartedVersion started)
    {
        var publication = await publications.UpdateAsync(jobId, before => before with { Slug = started.Slug, Address = started.Address, UnpublishedAt = null }, CancellationToken.None);
        foreach (var former in publication.Claims.Where(claim => claim != started.Slug)) await publications.ReleaseAsync(former, jobId, CancellationToken.None);
        await publications.UpdateAsync(jobId, before => before with { Claims = [started.Slug], Started = null }, CancellationToken.None);
        return await IsThereAsync(jobId);
    }

    /// <summary>Undoes a version that was begun and not switched to, or settles one that was.</summary>
    private async Task RecoverAsync(string jobId, CancellationToken cancellationToken)
    {
        if (await publications.FindAsync(jobId, cancellationToken) is not { Started: { } started } publication) return;
        if (await publications.FindSlugAsync(started.Slug, cancellationToken) is { } record && record.JobId == jobId && record.Find(started.Number) is not null)
        {
            await SettleAsync(jobId, started);
            await publications.DropAsync(jobId, Enumerable.Range(1, publication.LastVersion).Except(record.Versions.Select(version => version.Number)), cancellationToken);
            return;
        }

        await publications.DropAsync(jobId, [started.Number], cancellationToken);
        await publications.UpdateAsync(jobId, known => known with { Claims = [.. known.Claims.Where(claim => claim != started.Slug || claim == known.Slug)], Started = null }, cancellationToken);
        await IsThereAsync(jobId);
    }

    /// <summary>Whether the job is still there; what was written for one that was deleted meanwhile is erased.</summary>
    private async Task<bool> IsThereAsync(string jobId)
    {
        if (await ownerships.FindAsync(jobId, CancellationToken.None) is { IsDeleted: false }) return true;
        await publications.EraseAsync(jobId, CancellationToken.None);
        await publications.ForgetAsync(jobId, CancellationToken.None);
        return false;
    }

    private async Task<string> SlugOfAsync(string jobId, CancellationToken cancellationToken) =>
        (await publications.FindAsync(jobId, cancellationToken))?.Slug ?? throw new RefusedException(PublishingProblems.NotPublished);

    private async Task<RefusedException> TakenAsync(string slug, CancellationToken cancellationToken)
    {
        for (var number = 2; number < SuggestionsTried; number++)
        {
            var suffix = $"-{number}";
            var candidate = slug[..Math.Min(slug.Length, Slug.MaxLength - suffix.Length)].TrimEnd('-') + suffix;
            if (await publications.FindSlugAsync(candidate, cancellationToken) is null) return new RefusedException(PublishingProblems.SlugTaken(candidate));
        }

        return new RefusedException(PublishingProblems.SlugTaken(null));
    }
}
