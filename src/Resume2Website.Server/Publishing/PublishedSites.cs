using System.Globalization;
using System.Text.Json;
using LiveWorkflows.Artifacts;
using Microsoft.Extensions.Caching.Memory;
using Resume2Website.Sites;

namespace Resume2Website.Server.Publishing;

/// <summary>Finds the files of published sites.</summary>
/// <remarks>
/// The slug's record is read anew for every request, so what is taken away is gone with the next. The list of a version's files never
/// changes and is remembered for a while; nothing that it names is found without the record.
/// </remarks>
internal sealed class PublishedSites(PublicationStore publications, IArtifactStore artifacts, TimeProvider time) : IDisposable
{
    /// <summary>How long a version that was replaced still dresses the pages that were sent before; then nothing of it is served.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    private const int MaxRemembered = 1_000;
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);
    private readonly MemoryCache _lists = new(new MemoryCacheOptions { SizeLimit = MaxRemembered });

    /// <summary>A file of the version that is shown, under its own segment or without one; for a moment also one of a version that was replaced, under its segment. Null when there is none.</summary>
    /// <remarks>
    /// Of a replaced version a page on its way still needs style sheet, fonts and pictures. Style sheet and fonts say nothing of the person; a picture is given only
    /// while the version that is shown has the very same one, so what was hidden, changed or left out is gone with the switch.
    /// </remarks>
    public async Task<FoundFile?> FindAsync(string slug, string path, CancellationToken cancellationToken)
    {
        if (await publications.FindSlugAsync(slug, cancellationToken) is not { Live: { } live } record || record.Find(live) is not { } shown) return null;
        if (!TryVersion(path, out var number, out var rest)) return await FindAsync(record.JobId, shown, path is "" ? Site.Entrance : path, isVersioned: false, cancellationToken);
        if (record.Find(number) is not { } version || await FindAsync(record.JobId, version, rest, isVersioned: true, cancellationToken) is not { } found) return null;
        if (number == live) return found;
        if (!(version.ReplacedAt + Grace > time.GetUtcNow())) return null;
        return found.File.IsDress || (await FindAsync(record.JobId, shown, rest, isVersioned: true, cancellationToken))?.File.Digest == found.File.Digest ? found : null;
    }

    public ValueTask<Stream?> OpenAsync(string owner, ArtifactDigest digest, CancellationToken cancellationToken) => artifacts.OpenAsync(owner, digest, cancellationToken);

    public void Dispose() => _lists.Dispose();

    private async Task<FoundFile?> FindAsync(string jobId, PublishedVersion version, string path, bool isVersioned, CancellationToken cancellationToken)
    {
        var owner = PublicationStore.OwnerOf(jobId, version.Number);
        return (await ListAsync(owner, version.Files, cancellationToken))?.Find(path) is { } file ? new FoundFile(owner, file, isVersioned && file.IsDress) : null;
    }

    private async Task<PublishedFiles?> ListAsync(string owner, string digest, CancellationToken cancellationToken)
    {
        var key = (owner, digest);
        if (_lists.TryGetValue(key, out PublishedFiles? known)) return known;
        if (!ArtifactDigest.TryParse(digest, out var parsed) || await artifacts.OpenAsync(owner, parsed, cancellationToken) is not { } content) return null;
        await using (content)
        {
            var files = await JsonSerializer.DeserializeAsync(content, PublishingJson.Default.PublishedFiles, cancellationToken);
            return _lists.Set(key, files, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Memory });
        }
    }

    // One version has one address: "_v01" is none.
    private static bool TryVersion(string path, out int number, out string rest)
    {
        (number, rest) = (0, "");
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !path.StartsWith(VersionFiles.SegmentPrefix, StringComparison.Ordinal)) return false;
        if (!int.TryParse(path.AsSpan(VersionFiles.SegmentPrefix.Length, slash - VersionFiles.SegmentPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out number)) return false;
        rest = path[(slash + 1)..];
        return path.AsSpan(0, slash).SequenceEqual(VersionFiles.Segment(number));
    }
}
