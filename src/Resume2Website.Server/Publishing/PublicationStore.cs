using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LiveWorkflows.Artifacts;
using LiveWorkflows.Records;

namespace Resume2Website.Server.Publishing;

/// <summary>Keeps publications: by job under <c>publication/</c>, by slug under <c>slug/</c>, and the files of each version as artifacts of its own.</summary>
internal sealed class PublicationStore(IRecordStore records, IArtifactStore artifacts)
{
    /// <summary>Whose artifacts the files of a version are: nobody else's, so a version is taken away as a whole.</summary>
    public static string OwnerOf(string jobId, int version) =>
        $"site-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(jobId)).AsSpan(0, 16))}-{version}";

    public async ValueTask<Publication?> FindAsync(string jobId, CancellationToken cancellationToken) =>
        await records.GetAsync(KeyOf(jobId), cancellationToken) is { } record ? JsonSerializer.Deserialize(record.Value.Span, PublishingJson.Default.Publication) : null;

    /// <summary>Changes a publication, which is made when there is none, and gives it as it then is.</summary>
    public async ValueTask<Publication> UpdateAsync(string jobId, Func<Publication, Publication> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var record = await records.GetAsync(KeyOf(jobId), cancellationToken);
            var changed = change(record is null ? new Publication() : JsonSerializer.Deserialize(record.Value.Span, PublishingJson.Default.Publication)!);
            var value = JsonSerializer.SerializeToUtf8Bytes(changed, PublishingJson.Default.Publication);
            if (await records.PutAsync(KeyOf(jobId), value, record?.Version ?? 0, cancellationToken) is not null) return changed;
        }
    }

    public async ValueTask<SlugRecord?> FindSlugAsync(string slug, CancellationToken cancellationToken) =>
        Slug.IsValid(slug) && await records.GetAsync(SlugKey(slug), cancellationToken) is { } record ? Read(record) : null;

    /// <summary>Changes what stands under a slug in one write, and gives what stands there then; null when the change gave null, and nothing was written.</summary>
    public async ValueTask<SlugRecord?> UpdateSlugAsync(string slug, Func<SlugRecord?, SlugRecord?> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var record = await records.GetAsync(SlugKey(slug), cancellationToken);
            if (change(record is null ? null : Read(record)) is not { } changed) return null;
            var value = JsonSerializer.SerializeToUtf8Bytes(changed, PublishingJson.Default.SlugRecord);
            if (await records.PutAsync(SlugKey(slug), value, record?.Version ?? 0, cancellationToken) is not null) return changed;
        }
    }

    /// <summary>Gives a slug back with the versions that stand under it; somebody else's stays.</summary>
    public async ValueTask ReleaseAsync(string slug, string jobId, CancellationToken cancellationToken)
    {
        while (await records.GetAsync(SlugKey(slug), cancellationToken) is { } record && Read(record) is { } known && known.JobId == jobId)
        {
            if (!await records.DeleteAsync(record.Key, record.Version, cancellationToken)) continue;
            await DropAsync(jobId, known.Versions.Select(version => version.Number), cancellationToken);
            return;
        }
    }

    /// <summary>Deletes the files of versions.</summary>
    public async ValueTask DropAsync(string jobId, IEnumerable<int> versions, CancellationToken cancellationToken)
    {
        foreach (var version in versions) await artifacts.DeleteAllAsync(OwnerOf(jobId, version), cancellationToken);
    }

    /// <summary>Whether a job is kept for what it publishes now, or published until <paramref name="since"/>.</summary>
    public async ValueTask<bool> IsKeptAsync(string jobId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (await FindAsync(jobId, cancellationToken) is not { } publication) return false;
        if (publication.UnpublishedAt > since) return true;
        foreach (var slug in publication.Claims)
        {
            if (await FindSlugAsync(slug, cancellationToken) is { Live: not null } record && record.JobId == jobId) return true;
        }

        return false;
    }

    /// <summary>Deletes everything that a job published; the slugs go first, so that nothing is shown any more.</summary>
    public async ValueTask EraseAsync(string jobId, CancellationToken cancellationToken)
    {
        if (await FindAsync(jobId, cancellationToken) is not { } publication) return;
        foreach (var slug in publication.Claims) await ReleaseAsync(slug, jobId, cancellationToken);
        await DropAsync(jobId, Enumerable.Range(1, publication.LastVersion), cancellationToken);
    }

    /// <summary>Forgets a job's publication, after it was erased for the last time.</summary>
    public async ValueTask ForgetAsync(string jobId, CancellationToken cancellationToken) => await records.DeleteAsync(KeyOf(jobId), null, cancellationToken);

    private static string KeyOf(string jobId) => "publication/" + jobId;

    private static string SlugKey(string slug) => "slug/" + slug;

    private static SlugRecord Read(StoredRecord record) => JsonSerializer.Deserialize(record.Value.Span, PublishingJson.Default.SlugRecord)!;
}
