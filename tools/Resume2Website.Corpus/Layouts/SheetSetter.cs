using Resume2Website.Corpus.People;
using Resume2Website.Corpus.Pieces;
using Resume2Website.Corpus.Vocabulary;

namespace Resume2Website.Corpus.Layouts;

/// <summary>Sets a CV: the head, and the sections in an order of its own in the columns of its layout.</summary>
internal sealed class SheetSetter(Layout layout, WordBook words, Chance chance, Chance later)
{
    private readonly SectionSetter sections = new(layout, words);
    private readonly string contactIcon = chance.Pick(["✉ ", "► ", "» "]);

    /// <summary>Sets.</summary>
    public Sheet Set(Cv cv)
    {
        if (layout.Form == Form.Network) return new NetworkSetter(layout, words).Set(cv, Footer(cv));
        if (layout.Form == Form.European) return new EuropeanSetter(layout, words, later).Set(cv);
        var order = Order();
        var isOne = layout.Frame == Frame.One;
        var sideSections = isOne ? [] : order.Where(IsSide).ToList();
        var head = Head(cv);
        var contact = Contact(cv);
        var isContactAside = layout.Frame is Frame.SideLeft or Frame.SideRight;
        var side = sideSections.SelectMany(section => Block(section, cv)).ToList();
        if (isContactAside && contact.Count > 0) side.InsertRange(0, Headed(Section.Basics, chance.Percent(70) ? chance.Pick(words["h.contact"]) : null, contact));
        var main = order.Except(sideSections).SelectMany(section => Block(section, cv)).ToList();
        return new Sheet(layout, isContactAside ? head : [.. head, .. contact], side, main, Footer(cv));
    }

    private static bool IsSide(Section section) => section is Section.Skills or Section.Languages or Section.Interests or Section.Certificates or Section.Awards or Section.Other or Section.References or Section.Courses;

    private List<Section> Order()
    {
        var first = chance.Percent(30) ? new[] { Section.Education, Section.Work } : [Section.Work, Section.Education];
        var rest = chance.Some([Section.Skills, Section.Languages, Section.Certificates, Section.Volunteer, Section.Projects, Section.Awards, Section.Publications, Section.Talks], 8);
        var early = chance.Percent(25) ? 1 : 0;
        List<Section> order = [Section.Summary, .. rest.Take(early), .. first, .. rest.Skip(early), .. chance.Some([Section.Interests, Section.References, Section.Other], 3)];
        order.Insert(later.Between(early + 3, order.Count), Section.Courses);
        return order;
    }

    private List<Row> Head(Cv cv)
    {
        var rows = new List<Row>();
        var basics = new Piece(Section.Basics);
        if (layout.HasTitle) rows.Add(new Line(LineKind.Title, basics.With(Role.Furniture, chance.Pick(words["cv"]), Look.Muted)));
        rows.Add(new Line(LineKind.Name, basics.With(Role.Name, cv.Name, Look.Bold)));
        if (cv.Label is not null) rows.Add(new Line(LineKind.Label, basics.With(Role.Label, cv.Label, Look.Accent)));
        return rows;
    }

    private List<Row> Contact(Cv cv)
    {
        var basics = new Piece(Section.Basics);
        var facts = new List<(string Icon, string Caption, Role Role, string? Text)>
        {
            ("⌂ ", "label.address", Role.Location, cv.Home?.Printed), ("☎ ", "label.phone", Role.Contact, cv.Phone), (contactIcon, "label.mail", Role.Contact, cv.Email), ("► ", "label.web", Role.Url, cv.Url),
        };
        facts.AddRange(cv.Profiles.Select(profile => ("► ", profile.Network, Role.Url, (string?)profile.Url)));
        if (chance.Percent(40)) facts = chance.Some(facts, facts.Count);
        facts.RemoveAll(fact => fact.Text is null);
        string Caption(string name) => name.StartsWith("label.", StringComparison.Ordinal) ? words[name][0] : name;
        List<Row> Each(Func<(string Icon, string Caption, Role Role, string? Text), Piece> set) => [.. facts.Select(fact => new Line(LineKind.Contact, set(fact)))];
        Piece Labelled((string Icon, string Caption, Role Role, string? Text) fact, Piece piece) => piece.With(null, Caption(fact.Caption) + ": ", Look.Muted).With(fact.Role, fact.Text);
        return layout.Contact switch
        {
            _ when facts.Count == 0 => [],
            ContactShape.Line => [new Line(LineKind.Contact, facts.Aggregate(basics, (piece, fact) => piece.Then(layout.Separator, fact.Role, fact.Text)))],
            ContactShape.LabelledLine => [new Line(LineKind.Contact, facts.Aggregate(basics, (piece, fact) => Labelled(fact, piece.Spans.Count == 0 ? piece : piece.With(null, layout.Separator))))],
            ContactShape.Labelled => Each(fact => Labelled(fact, basics)),
            ContactShape.Icons => Each(fact => basics.With(null, fact.Icon, Look.Icon | Look.Accent).With(fact.Role, fact.Text)),
            ContactShape.Table => [.. facts.Select(fact => new Grid([[new Line(LineKind.Contact, basics.With(Role.Furniture, Caption(fact.Caption), Look.Muted))], [new Line(LineKind.Contact, basics.With(fact.Role, fact.Text))]]))],
            _ => Each(fact => basics.With(fact.Role, fact.Text)),
        };
    }

    private List<Row> Block(Section section, Cv cv)
    {
        var rows = sections.Rows(section, cv);
        if (rows.Count == 0) return [];
        var title = (section == Section.Courses ? later : chance).Pick(words["h." + section.ToString().ToLowerInvariant()]);
        // Some open with a summary that nothing announces.
        return Headed(section, section == Section.Summary && chance.Percent(35) ? null : title, rows);
    }

    private List<Row> Headed(Section section, string? title, List<Row> rows)
    {
        if (title is null) return rows;
        var text = layout.Heading is HeadingShape.Caps or HeadingShape.Spaced ? title.ToUpperInvariant() : title;
        var look = layout.Heading switch
        {
            HeadingShape.Spaced => Look.Bold | Look.Spaced,
            HeadingShape.Coloured or HeadingShape.LabelColumn or HeadingShape.Icon => Look.Bold | Look.Accent,
            _ => Look.Bold,
        };
        var piece = new Piece(section);
        if (layout.Heading == HeadingShape.Icon) piece = piece.With(null, "■ ", Look.Icon | Look.Accent);
        var heading = new Line(LineKind.Heading, piece.With(Role.Heading, text, look));
        return layout.Heading == HeadingShape.LabelColumn ? [new Beside([heading], rows)] : [heading, .. rows];
    }

    private Func<int, int, Piece>? Footer(Cv cv)
    {
        if (layout.Footer == FooterShape.None) return null;
        var page = words["page"][0];
        return (number, count) => new Piece(Section.Other).With(Role.Furniture,
            (layout.Footer == FooterShape.NamePage ? cv.Name + " – " : "") + page.Replace("{n}", $"{number}", StringComparison.Ordinal).Replace("{m}", $"{count}", StringComparison.Ordinal), Look.Muted);
    }
}
