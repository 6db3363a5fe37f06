namespace Resume2Website.Stages;

/// <summary>What a finished job's <c>workflow_complete</c> says; holds no text of the CV.</summary>
public sealed record CvResult
{
    /// <summary>The job.</summary>
    public required string JobId { get; init; }

    /// <summary>Where the preview is.</summary>
    public required string SiteUrl { get; init; }

    /// <summary>Where the résumé is.</summary>
    public required string ResumeUrl { get; init; }

    /// <summary>Where the site is as a zip archive.</summary>
    public required string DownloadUrl { get; init; }

    /// <summary>The sections that were found, with the number of their entries.</summary>
    public required IReadOnlyDictionary<string, int> Sections { get; init; }

    /// <summary>How many pages the document has.</summary>
    public required int Pages { get; init; }

    /// <summary>How sure the extraction is as a whole, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>What the person should look at: codes of warnings.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
