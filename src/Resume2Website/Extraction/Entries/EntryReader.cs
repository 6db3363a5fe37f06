using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Learned;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Entries;

/// <summary>Reads the entries of employments, voluntary work, awards, certificates, publications, talks, courses and projects.</summary>
internal static class EntryReader
{
    private const double Sure = 0.97;
    private const double Likely = 0.94;
    private const double Guess = 0.75;

    /// <summary>Employments or voluntary work: a role and an organisation each.</summary>
    public static IReadOnlyList<EntryDraft> Work(IReadOnlyList<LayoutLine> section)
    {
        var blocks = EntryGrouping.Group(section, EntryShape.Work);
        var heads = HeadReader.Read([.. blocks.Select(block => block.Head)], PartKind.Title);
        var drafts = new List<EntryDraft>();
        (EntryDraft Draft, bool IsGroup)? above = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            var draft = Draft(blocks[i], heads[i]);
            if (draft.Organization is null && above is { } group && (group.IsGroup || IsRoleBelow(draft, group.Draft)) && group.Draft.Organization is not null)
                draft = draft with { Organization = group.Draft.Organization with { Confidence = Guess }, Location = draft.Location ?? group.Draft.Location };
            var opensGroup = i + 1 < blocks.Count && IsGroupHead(blocks[i], draft, heads[i + 1]);
            above = (draft, opensGroup);
            if (!opensGroup) drafts.Add(draft);
        }

        return drafts;
    }

    /// <summary>Awards, certificates, publications, talks, courses: a title and who gave or printed it.</summary>
    public static IReadOnlyList<EntryDraft> Listed(IReadOnlyList<LayoutLine> section)
    {
        var blocks = EntryGrouping.Group(section, EntryShape.Listed);
        var heads = HeadReader.Read([.. blocks.Select(block => ListedHead.Prepare(block.Head))], PartKind.Work);
        return [.. blocks.Select((block, i) => Named(Draft(block, heads[i])))];

        // What is listed has a name before anybody gave or printed it, however much it sounds like a firm's.
        static EntryDraft Named(EntryDraft draft) => draft.Title is null ? draft with { Title = draft.Organization, Organization = null } : draft;
    }

    /// <summary>Projects: a name, a date, and what it is.</summary>
    public static IReadOnlyList<EntryDraft> Projects(IReadOnlyList<LayoutLine> section) =>
        [.. EntryGrouping.Group(section, EntryShape.Project).Select(block =>
        {
            var parts = block.Head.SelectMany(line => line.Rest).SelectMany(segment => HeadText.Parts(segment.Text).Select(text => new Found(text, segment.Source, Likely))).ToList();
            var url = EntryBody.Url([.. block.Head, .. block.Body]);
            parts = [.. parts.Where(part => !EntryBody.IsAddress(part.Text))];
            return EntryBody.Fill(WithDates(PrintedAddress.TakeFrom(new EntryDraft { Title = parts.FirstOrDefault(), Url = url }), block), block.Body, parts.Skip(1));
        })];

    /// <summary>The draft with the block's dates.</summary>
    public static EntryDraft WithDates(EntryDraft draft, EntryBlock block) => block.Date is not { } date || block.DateLine is not { } line ? draft : draft with
    {
        From = date.From is { } from ? new Found(from.ToString(), line.Line.First, date.IsRange ? Sure : Likely) : null,
        IsOpen = date.IsOpen,
        IsSingleDate = line.Line.Segments.Any(segment => DateParser.Find(segment.Text) is [.., var last] && last == date && date.IsSingleIn(segment.Text)),
        To = date.To is { } to ? new Found(to.ToString(), line.Line.First, Sure) : null,
    };

    private static EntryDraft Draft(EntryBlock block, ReadHead? head)
    {
        var draft = new EntryDraft { Title = head?.Name, Organization = head?.Organization, Location = head?.Place, Url = EntryBody.Url([.. block.Head, .. block.Body]) };
        return EntryBody.Fill(WithDates(PrintedAddress.TakeFrom(draft), block), block.Body, head?.More ?? []);
    }

    // An employer's line above several roles of its own, each of which looks like the first; a career break looks like an employer, or stands in one line.
    private static bool IsRoleBelow(EntryDraft draft, EntryDraft above) =>
        draft.Title?.Source is { } own && above is { Title.Source: { } title, Organization.Source: { } employer } && employer.Number < title.Number
        && (own.Bold, own.Italic, own.Color) == (title.Bold, title.Italic, title.Color) && Math.Abs((own.FontSize ?? 0) - (title.FontSize ?? 0)) < 0.6;

    // "Employer, 2015 – 2021" above several roles of its own is the roles' employer and no employment beside them.
    private static bool IsGroupHead(EntryBlock block, EntryDraft draft, ReadHead? next) =>
        draft is { Organization: not null, Title: null } && block.Body.Count == 0 && next is { Organization: null };
}
