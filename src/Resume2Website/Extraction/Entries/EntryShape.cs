namespace Resume2Website.Extraction.Entries;

/// <summary>What the entries of a section look like.</summary>
/// <param name="NeedsRange">Whether only a range of dates begins an entry, as long as the section has any.</param>
/// <param name="Slots">How many things the head names: 2 for a title and an organisation, 1 for a name.</param>
/// <param name="OneALine">Whether a section without dates has an entry on every line.</param>
internal sealed record EntryShape(bool NeedsRange, int Slots, bool OneALine)
{
    /// <summary>Employments and voluntary work.</summary>
    public static EntryShape Work { get; } = new(true, 2, false);

    /// <summary>Schools and degrees.</summary>
    public static EntryShape Education { get; } = new(true, 2, false);

    /// <summary>Projects.</summary>
    public static EntryShape Project { get; } = new(true, 1, false);

    /// <summary>Awards, certificates, publications, talks, courses.</summary>
    public static EntryShape Listed { get; } = new(false, 2, true);

    /// <summary>The shape of the entries of a kind of section; null when it has none.</summary>
    public static EntryShape? Of(string kind) => kind switch
    {
        "work" or "volunteer" => Work,
        "education" => Education,
        "projects" => Project,
        "awards" or "certificates" or "publications" or "talks" or "courses" => Listed,
        _ => null,
    };
}
