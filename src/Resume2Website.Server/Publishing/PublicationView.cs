namespace Resume2Website.Server.Publishing;

/// <summary>What a job publishes, as its owner sees it.</summary>
internal sealed record PublicationView
{
    /// <summary>Whether a version is shown to the world at present.</summary>
    public required bool IsPublished { get; init; }

    /// <summary>The address that the job has; null until it was published first. It stays its own until the job is deleted or moves.</summary>
    public string? Slug { get; init; }

    /// <summary>The whole address; null until there is one.</summary>
    public string? Url { get; init; }

    /// <summary>What stands before the slug in an address.</summary>
    public required string UrlPrefix { get; init; }

    /// <summary>The address as a QR code in SVG; null until there is one.</summary>
    public string? QrUrl { get; init; }

    /// <summary>The version that is shown.</summary>
    public int? Version { get; init; }

    /// <summary>Answering a publication: whether what is shown was the same already, so that no version was made. Null in other answers.</summary>
    public bool? IsUnchanged { get; init; }

    /// <summary>Whether résumé or design differ from what is shown.</summary>
    public required bool HasChanges { get; init; }

    /// <summary>The versions that can be brought back, newest first.</summary>
    public required IReadOnlyList<VersionView> Versions { get; init; }

    /// <summary>What the site is checked for, as it would be published now.</summary>
    public required IReadOnlyList<ChecklistItem> Checklist { get; init; }
}
