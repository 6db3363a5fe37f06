using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Lexicon;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Gate;

/// <summary>What speaks for and against a document being a CV.</summary>
internal sealed record ResumeEvidence
{
    /// <summary>The kinds of sections with a heading of a CV that have any lines.</summary>
    public required IReadOnlySet<string> Sections { get; init; }

    /// <summary>How many ranges of dates stand apart in their lines.</summary>
    public required int DateRanges { get; init; }

    /// <summary>Whether there is a mail address or a phone number.</summary>
    public required bool HasContact { get; init; }

    /// <summary>Whether the document says itself that it is a CV.</summary>
    public required bool SaysSo { get; init; }

    /// <summary>How many lines there are.</summary>
    public required int Lines { get; init; }

    /// <summary>The foreign kind of document that most words speak for, and how many different ones; null when there are none.</summary>
    public required (string Kind, int Words)? Foreign { get; init; }

    /// <summary>Gathers the evidence.</summary>
    public static ResumeEvidence Gather(LayoutDocument layout, IReadOnlyList<CvSection> sections)
    {
        var texts = layout.Lines.Select(line => line.Text).ToList();
        return new ResumeEvidence
        {
            Sections = sections.Where(IsTelling).Select(section => section.Kind).ToHashSet(StringComparer.Ordinal),
            DateRanges = layout.Lines.Count(line => EntryLine.Read(line).Date is { IsRange: true }),
            HasContact = texts.Exists(text => EmailParser.Find(text) is not null) || layout.Lines.Any(line => line.Links.Any(link => EmailParser.FromLink(link.Target) is not null)) || texts.Exists(text => PhoneParser.Find(text) is { Confidence: > 0.9 }),
            SaysSo = texts.Take(4).Any(text => OwnTitles.Contains(TextFolding.Squash(text))),
            Lines = texts.Count,
            Foreign = ForeignWords.Strongest(texts),
        };
    }

    // An engine finds sections of a CV in anything: only a heading that CVs are known to have counts, or what is surely one and has spans of time below.
    private static bool IsTelling(CvSection section) =>
        section.Heading is { } heading && section.Lines.Count > 0 && section.Kind != "other"
        && (HeadingLexicon.Match(heading.Segments[0].Text) is not null || (section.Confidence > 0.95 && section.Lines.Exists(line => EntryLine.Read(line).Date is { IsRange: true })));

    private static readonly HashSet<string> OwnTitles = new(
        ["curriculumvitae", "cv", "resume", "lebenslauf", "tabellarischerlebenslauf", "curriculo", "curriculum", "hojadevida", "zyciorys", "europasscv", "europass"], StringComparer.Ordinal);
}
