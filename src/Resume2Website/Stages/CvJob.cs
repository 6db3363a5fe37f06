using Resume2Website.Documents;
using Resume2Website.Extraction.Llm;
using Resume2Website.Sites;

namespace Resume2Website.Stages;

/// <summary>A person's CV on its way to a website: what was uploaded, what is wanted, and what came of it. Everything private stands here and not in events.</summary>
/// <remarks>Written at the upload, before the job is enqueued; the stages add their results. Digests name artifacts under the job's id.</remarks>
public sealed record CvJob
{
    /// <summary>The type of the workflows and queue entries that process a CV.</summary>
    public const string WorkflowType = "cv_processing";

    /// <summary>The job's id.</summary>
    public required string Id { get; init; }

    /// <summary>The uploaded files, in order: one document, or photos of its pages.</summary>
    public required IReadOnlyList<CvFile> Files { get; init; }

    /// <summary>When it was uploaded.</summary>
    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>What the person wants of the site. Set <see cref="SiteOptions.AsOf"/> at the upload, so that a repeated run gives the same bytes.</summary>
    public SiteOptions Options { get; init; } = new();

    /// <summary>The password of an encrypted document; forgotten when the document has been read, and when the job ends.</summary>
    public string? Password { get; init; }

    /// <summary>The language model that the person agreed may read this CV, as it was shown to them; null when they did not agree to any.</summary>
    public LlmIdentity? AgreedLlm { get; init; }

    /// <summary>The document's format, told by content; of several photos the first one's.</summary>
    public DocumentFormat? Format { get; init; }

    /// <summary>How many pages the document has.</summary>
    public int? Pages { get; init; }

    /// <summary>The artifact that holds the extracted résumé as JSON Resume, as far as it is known; set with its first section.</summary>
    public string? Resume { get; init; }

    /// <summary>The résumés before <see cref="Resume"/>, oldest first; the first is what was read from the document.</summary>
    public IReadOnlyList<ResumeVersion> EarlierResumes { get; init => field = value ?? []; } = [];

    /// <summary>The artifact that holds the document's lines as <see cref="DocumentLines"/>; deleted with the originals, null where the upload has no lines.</summary>
    public string? Lines { get; init; }

    /// <summary>How sure the extraction is as a whole, 0 to 1.</summary>
    public double? Confidence { get; init; }

    /// <summary>The sections that were found, with the number of their entries.</summary>
    public IReadOnlyDictionary<string, int> Sections { get; init; } = new Dictionary<string, int>();

    /// <summary>What the person should look at: codes of warnings.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What the gates found wrong with the site; holds no text of the CV.</summary>
    public IReadOnlyList<SiteFinding> Findings { get; init; } = [];

    /// <summary>The files of the site; empty until the preview is switched on.</summary>
    public IReadOnlyList<CvSiteFile> Site { get; init; } = [];

    /// <summary>The artifact that holds the site as a zip archive; null until the preview is switched on.</summary>
    public string? SiteZip { get; init; }

    /// <summary>When the uploaded files are deleted; null until that is known.</summary>
    public DateTimeOffset? OriginalExpiresAt { get; init; }

    /// <summary>Whether the uploaded files, and with them the lines and a language model's answers, have been deleted.</summary>
    public bool OriginalDeleted { get; init; }

    /// <summary>When the site was finished.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>The file of the site at a path, or null.</summary>
    public CvSiteFile? FindSiteFile(string path) => Site.FirstOrDefault(file => file.Path == path);
}
