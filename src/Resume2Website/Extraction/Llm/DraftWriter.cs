using Resume2Website.Extraction.Assembly;
using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Llm;

/// <summary>Puts the sections of answers where the other engines put theirs. Dates and addresses are read by the same parsers.</summary>
internal static class DraftWriter
{
    private const double WholeLine = 0.93;

    /// <summary>The draft of the sections.</summary>
    public static ResumeDraft Write(IReadOnlyDictionary<string, IReadOnlyList<EntryAnswer>> sections)
    {
        var draft = new ResumeDraft(Contact(Of("basics") is [var person, ..] ? person : null));
        draft.Work.AddRange(Of("work").Select(Entry));
        draft.Volunteer.AddRange(Of("volunteer").Select(Entry));
        draft.Education.AddRange(Of("education").Select(Entry));
        draft.Projects.AddRange(Of("projects").Select(Entry));
        draft.Awards.AddRange(Of("awards").Select(Entry));
        draft.Certificates.AddRange(Of("certificates").Select(Entry));
        draft.Publications.AddRange(Of("publications").Select(Entry));
        draft.Talks.AddRange(Of("x-talks").Select(Entry));
        draft.Skills.AddRange(Of("skills").Select(entry => new SkillDraft(entry.Value("name"), entry.List("keywords"))));
        draft.Languages.AddRange(Of("languages").Where(entry => entry.Value("language") is not null).Select(entry => new LanguageDraft(entry.Value("language")!, entry.Value("fluency"))));
        draft.Interests.AddRange(Of("interests").Select(entry => entry.Value("name")).OfType<Found>());
        draft.References.AddRange(Of("references").SelectMany(entry => entry.Text("text")).Select(line => new ReferenceDraft(null, Whole(line))));
        return draft;

        IReadOnlyList<EntryAnswer> Of(string section) => sections.GetValueOrDefault(section) ?? [];
    }

    private static ContactDraft Contact(EntryAnswer? entry) => entry is null ? new ContactDraft() : new ContactDraft
    {
        Name = entry.Value("name"), Label = entry.Value("label"), Summary = Running(entry.Text("summary")),
    };

    private static EntryDraft Entry(EntryAnswer entry)
    {
        var draft = new EntryDraft
        {
            Title = entry.Value("title"), Organization = entry.Value("organization"), Location = entry.Value("location"),
            StudyType = entry.Value("studyType"), Area = entry.Value("area"), Score = entry.Value("score"), Url = Url(entry),
            Summary = Running([.. entry.Text("summary"), .. entry.Text("text")]), Highlights = [.. entry.Text("highlights").Select(Whole)],
        };
        if (entry.Value("dates") is not { } printed || DateParser.Find(printed.Text) is not [var date, ..]) return draft;
        return draft with
        {
            From = date.From is { } from ? printed with { Text = from.ToString() } : null,
            To = date.To is { } to ? printed with { Text = to.ToString() } : null,
            IsOpen = date.IsOpen,
            IsSingleDate = date.IsSingleIn(printed.Text),
        };
    }

    private static Found? Url(EntryAnswer entry)
    {
        var lines = entry.Values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => value.Value.Source).Concat(entry.Texts.Values.SelectMany(text => text).Select(line => line.First));
        return lines.SelectMany(line => line.Links.Select(link => (line, Address: WebAddressParser.FromLink(link.Target))))
            .Where(pair => pair.Address is not null).Select(pair => new Found(pair.Address!.Url, pair.line, WholeLine)).FirstOrDefault();
    }

    private static Found? Running(List<LayoutLine> lines) => lines.Count == 0 ? null : SummaryReader.Read(lines);

    private static Found Whole(LayoutLine line) => new(line.Text.Replace('\t', ' ').Trim(), line.First, WholeLine);
}
