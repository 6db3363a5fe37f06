using LiveWorkflows.Artifacts;
using LiveWorkflows.Errors;
using Resume2Website.Resumes;
using Resume2Website.Sites;

namespace Resume2Website.Stages;

/// <summary>Builds the site of a résumé at once, without a workflow: rendered, checked, and kept as artifacts.</summary>
/// <remarks>Thread-safe. The same résumé and options give the same bytes as the pipeline does.</remarks>
public sealed class SiteBuilder
{
    /// <summary>Gates that keep a site back; what the others find is told.</summary>
    private static readonly string[] Binding = ["hidden_data", "links", "active_content"];

    private readonly ISiteRenderer _renderer;
    private readonly SiteCheck _check;
    private readonly IArtifactStore _artifacts;

    internal SiteBuilder(ISiteRenderer renderer, SiteCheck check, IArtifactStore artifacts) => (_renderer, _check, _artifacts) = (renderer, check, artifacts);

    /// <summary>Whether a site that fails a gate may not be shown to anybody.</summary>
    public static bool IsBinding(string gate) => Binding.Contains(gate);

    /// <summary>Renders a site and has the gates look at it.</summary>
    /// <exception cref="WorkflowException">There is no such template or accent.</exception>
    public async Task<CheckedSite> BuildAsync(Resume resume, SiteOptions options, CancellationToken cancellationToken = default)
    {
        var site = await RenderAsync(resume, options, cancellationToken).ConfigureAwait(false);
        return new CheckedSite(site, _check(resume, options, site));
    }

    /// <summary>Renders a site for its owner's eyes; the gates do not look at it.</summary>
    /// <exception cref="WorkflowException">There is no such template or accent.</exception>
    public async Task<Site> RenderAsync(Resume resume, SiteOptions options, CancellationToken cancellationToken = default)
    {
        try
        {
            return await _renderer.RenderAsync(resume, options, cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentException exception)
        {
            throw new WorkflowException(StageErrors.DesignUnknown, exception);
        }
    }

    /// <summary>Keeps a site's files and gives their names; what was kept already is the same artifact.</summary>
    public async Task<IReadOnlyList<CvSiteFile>> KeepAsync(string jobId, Site site, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(site);
        var store = new JobArtifacts(_artifacts, jobId);
        var files = new List<CvSiteFile>();
        foreach (var file in site.Files)
            files.Add(new CvSiteFile(file.Path, file.ContentType, await store.PutAsync(file.Content, cancellationToken).ConfigureAwait(false)));
        return files;
    }

    /// <summary>Keeps a site as the zip archive that people download, and gives its name.</summary>
    public Task<string> KeepZipAsync(string jobId, Site site, CancellationToken cancellationToken = default) =>
        new JobArtifacts(_artifacts, jobId).PutAsync(SiteZip.Pack(site), cancellationToken);
}
