using Resume2Website.Documents;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Learned;

namespace Resume2Website.Extraction.Entries;

/// <summary>Reads the entries of employments, voluntary work, awards, certificates, publications, talks and projects.</summary>
internal static class EntryReader
{
    private const double Sure = 0.97;
    private const double Likely = 0.94;
    private const double Guess = 0.75;

    /// <summary>Employments or voluntary work: a role and an organisation each.</summary>
    public static IReadOnlyList<EntryDraft> Work(IReadOnlyList<LayoutLine> section)
    {
        var blocks = EntryGrouping.Group(section, EntryShape.Work);
        // "2018 – 2020 · Accra, Ghana": where one date of the section has a place beside it, what stands beside the others is one too.
        var placesStandByDates = blocks.Any(block => block.Head.Count > 2 && HasPlaceByDate(block));
        var heads = blocks.Select(block => HeadParts.Read(block.Head, hasPlace: true, placesStandByDates && HasPlaceByDate(block) ? block.DateLine : null)).ToList();
        var titleFirst = Orientation.TitleFirst([.. heads.OfType<HeadParts>()], PartKind.Title);
        var drafts = new List<EntryDraft>();
        (EntryDraft Draft, bool IsGroup)? above = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            var draft = Draft(blocks[i], heads[i], titleFirst, PartKind.Title);
            if (draft.Organization is null && above is { Draft.Organization: not null } group)
                draft = draft with { Organization = group.Draft.Organization with { Confidence = Guess }, Location = draft.Location ?? group.Draft.Location };
            var opensGroup = i + 1 < blocks.Count && IsGroupHead(blocks[i], draft, heads[i + 1]);
            above = (draft, opensGroup);
            if (!opensGroup) drafts.Add(draft);
        }

        return drafts;
    }

    /// <summary>Awards, certificates, publications, talks: a title and who gave or printed it.</summary>
    public static IReadOnlyList<EntryDraft> Listed(IReadOnlyList<LayoutLine> section)
    {
        var blocks = EntryGrouping.Group(section, EntryShape.Listed);
        var heads = blocks.Select(block => HeadParts.Read(ListedHead.Prepare(block.Head), hasPlace: false)).ToList();
        var titleFirst = Orientation.TitleFirst([.. heads.OfType<HeadParts>()], PartKind.Work);
        return [.. blocks.Select((block, i) => Draft(block, heads[i], titleFirst, PartKind.Work))];
    }

    /// <summary>Projects: a name, a date, and what it is.</summary>
    public static IReadOnlyList<EntryDraft> Projects(IReadOnlyList<LayoutLine> section) =>
        [.. EntryGrouping.Group(section, EntryShape.Project).Select(block =>
        {
            var parts = block.Head.SelectMany(line => line.Rest).SelectMany(segment => HeadText.Parts(segment.Text).Select(text => new Found(text, segment.Source, Likely))).ToList();
            var url = EntryBody.Url([.. block.Head, .. block.Body]);
            parts = [.. parts.Where(part => !EntryBody.IsAddress(part.Text))];
            return EntryBody.Fill(WithDates(new EntryDraft { Title = parts.FirstOrDefault(), Url = url }, block), block.Body, parts.Skip(1));
        })];

    /// <summary>The draft with the block's dates.</summary>
    public static EntryDraft WithDates(EntryDraft draft, EntryBlock block) => block.Date is not { } date || block.DateLine is not { } line ? draft : draft with
    {
        From = date.From is { } from ? new Found(from.ToString(), line.Line.First, date.IsRange ? Sure : Likely) : null,
        IsOpen = date.IsOpen,
        To = date.To is { } to ? new Found(to.ToString(), line.Line.First, Sure) : null,
    };

    private static EntryDraft Draft(EntryBlock block, HeadParts? head, bool titleFirst, PartKind kind)
    {
        if (head is null) return EntryBody.Fill(WithDates(new EntryDraft(), block), block.Body, []);
        var (title, organization) = Assign(head, titleFirst, kind);
        var draft = new EntryDraft
        {
            Title = title,
            Organization = organization,
            Location = head.Place is { } place ? new Found(place.Text, place.Source, Likely) : null,
            Url = EntryBody.Url([.. block.Head, .. block.Body]),
        };
        return EntryBody.Fill(WithDates(draft, block), block.Body, head.More.Select(part => new Found(part.Text, part.Source, Guess)));
    }

    private static (Found? Title, Found? Organization) Assign(HeadParts head, bool titleFirst, PartKind kind)
    {
        if (head.Second is not { } second)
        {
            var only = new Found(head.First.Text, head.First.Source, Guess);
            return PartLikelihood.Lean(only.Text, kind) >= (kind == PartKind.Work ? -2 : 0) ? (only, null) : (null, only);
        }

        var (title, organization) = titleFirst ? (head.First, second) : (second, head.First);
        return (Weigh(title, PartLikelihood.Lean(title.Text, kind)), Weigh(organization, -PartLikelihood.Lean(organization.Text, kind)));
    }

    private static Found Weigh((string Text, SourceLine Source) part, double lean) => new(part.Text, part.Source, lean > 1 ? Sure : lean > -1 ? Likely : Guess);

    private static bool HasPlaceByDate(EntryBlock block) => block.Head.Count > 1 && block.DateLine is { Rest.Count: > 0 } line && HeadParts.IsPlace(line.Text);

    // "Employer, 2015 – 2021" above several roles of its own is the roles' employer and no employment beside them.
    private static bool IsGroupHead(EntryBlock block, EntryDraft draft, HeadParts? next) =>
        draft is { Organization: not null, Title: null } && block.Body.Count == 0 && next is { Second: null };
}
