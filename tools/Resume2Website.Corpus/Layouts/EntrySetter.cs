using Resume2Website.Corpus.Pieces;

namespace Resume2Website.Corpus.Layouts;

/// <summary>Sets entries the way a layout wants them. Whatever an entry has is printed; what it lacks leaves no trace.</summary>
internal sealed class EntrySetter(Layout layout, string at)
{
    /// <summary>The rows of an entry.</summary>
    public IEnumerable<Row> Rows(Item item) => layout.HasShortNotes && IsNote(item.Section) ? Short(item) : Shaped(item);

    /// <summary>The rows of roles at one employer: one by one, or under the employer's line.</summary>
    public IEnumerable<Row> Rows(IReadOnlyList<Item> roles)
    {
        if (roles.Count < 2 || !layout.GroupsRoles) return roles.SelectMany(Rows);
        var first = roles[0];
        var head = new Line(LineKind.Head, first.Piece.With(Role.Organization, first.Who, Look.Bold).Then(", ", Role.Place, first.Place));
        return [head, .. roles.SelectMany(role => Rows(role with { Who = null, Place = null }))];
    }

    private static bool IsNote(Section section) => section is Section.Awards or Section.Certificates or Section.Publications or Section.Talks;

    private IEnumerable<Row> Shaped(Item item)
    {
        var (what, who, place, when) = (What(item, Look.Bold), Who(item), Place(item), When(item));
        return layout.Entry switch
        {
            EntryShape.TitleThenDateRight => [.. Heads(what, when, who.Then(", ", Role.Place, item.Place, Look.Muted)), .. Body(item)],
            EntryShape.OrganizationThenDateRight => [.. Heads(Who(item, Look.Bold).Then(", ", Role.Place, item.Place), when, What(item, Look.Italic)), .. Body(item)],
            EntryShape.TitleAtOrganization => [.. Lines(LineKind.Head, what.Then($" {at} ", Role.Organization, item.Who, Look.Bold).Then(", ", Role.Place, item.Place)), .. Lines(LineKind.Sub, When(item, Look.Muted)), .. Body(item)],
            EntryShape.OrganizationDashTitle => [.. Lines(LineKind.Head, Bracketed(Who(item, Look.Bold).Then(", ", Role.Place, item.Place).Then(" — ", item.WhatRole, item.What), item)), .. Body(item)],
            EntryShape.Piped => [.. Lines(LineKind.Head, what.Then(layout.Separator, Role.Organization, item.Who).Then(layout.Separator, Role.Place, item.Place).Then(layout.Separator, Role.Date, item.When, Look.Muted)), .. Body(item)],
            EntryShape.DateColumn => [new Beside(Lines(LineKind.Sub, when), [.. Lines(LineKind.Head, what), .. Lines(LineKind.Sub, who.Then(", ", Role.Place, item.Place)), .. Body(item)])],
            EntryShape.DatePlaceColumn => [new Beside([.. Lines(LineKind.Sub, when), .. Lines(LineKind.Sub, place)], [.. Lines(LineKind.Head, Who(item, Look.Bold)), .. Lines(LineKind.Sub, What(item, Look.Italic)), .. Body(item)])],
            EntryShape.DateFirst => [.. Lines(LineKind.Head, when.Then(": ", item.WhatRole, item.What, Look.Bold).Then(", ", Role.Organization, item.Who).Then(", ", Role.Place, item.Place)), .. Body(item)],
            EntryShape.Table => [new Grid([Lines(LineKind.Sub, when), [.. Lines(LineKind.Head, what), .. Lines(LineKind.Sub, who.Then(", ", Role.Place, item.Place)), .. Body(item)]])],
            EntryShape.TitleInBrackets => [.. Lines(LineKind.Head, Bracketed(what, item)), .. Lines(LineKind.Sub, who.Then(" · ", Role.Place, item.Place)), .. Body(item)],
            EntryShape.DateAbove => [.. Lines(LineKind.Head, When(item, Look.Accent)), .. Lines(item.When is null ? LineKind.Head : LineKind.Sub, what.Then(" – ", Role.Organization, item.Who)), .. Lines(LineKind.Sub, Place(item)), .. Body(item)],
            EntryShape.OrganizationThenTitleDate => [.. Lines(LineKind.Head, Who(item, Look.Bold).Then(" (", Role.Place, item.Place).With(null, item.Place is null || item.Who is null ? null : ")")), .. Lines(LineKind.Sub, What(item, Look.Italic).Then(", ", Role.Date, item.When)), .. Body(item)],
            EntryShape.DateColumnRight => [new Beside([.. Lines(LineKind.Sub, when), .. Lines(LineKind.Sub, place)], [.. Lines(LineKind.Head, what.Then(", ", Role.Organization, item.Who, Look.Italic)), .. Body(item)], IsNarrowRight: true)],
            EntryShape.TitleCommaPlaceLine => [.. Lines(LineKind.Head, what.Then(", ", Role.Organization, item.Who)), .. Lines(LineKind.Sub, Place(item, Look.Italic).Then(", ", Role.Date, item.When, Look.Italic)), .. Body(item)],
            EntryShape.OrganizationLineTitleLine => [.. Heads(Who(item, Look.Accent | Look.Bold), place, Piece(item)), .. Heads(What(item, Look.Italic), when, Piece(item)), .. Body(item)],
            _ => [.. Lines(LineKind.Head, what), .. Lines(LineKind.Sub, who.Then(", ", Role.Place, item.Place)), .. Lines(LineKind.Sub, When(item, Look.Muted)), .. Body(item)],
        };
    }

    private IEnumerable<Row> Short(Item item)
    {
        var piece = What(item, Look.Plain).Then(", ", Role.Organization, item.Who, Look.Italic).Then(layout.Separator.Trim().Length == 0 ? ", " : layout.Separator, Role.Date, item.When);
        return [new Line(LineKind.Point, piece, null, layout.Bullet), .. Body(item)];
    }

    private List<Row> Body(Item item)
    {
        var rows = new List<Row>();
        if (item.Score is not null) rows.Add(new Line(LineKind.Text, item.Piece.With(Role.Score, item.ScoreLabel + item.Score)));
        rows.AddRange(Courses(item));
        if (item.Text is not null) rows.Add(new Line(LineKind.Text, item.Piece.With(Role.Text, item.Text)));
        if (item.Url is not null) rows.Add(new Line(LineKind.Text, item.Piece.With(Role.Url, item.Url)));
        rows.AddRange(item.Points.Select(point => new Line(LineKind.Point, item.Piece.With(Role.Bullet, point), null, layout.Bullet)));
        return rows;
    }

    // In a line behind what announces them, or as points below it.
    private IEnumerable<Row> Courses(Item item)
    {
        if (item.Courses.Count == 0) return [];
        var label = item.Piece.With(Role.Group, item.CoursesLabel, item.Courses.Count % 2 == 0 ? Look.Bold : Look.Plain);
        if (layout.Bullet is not null && item.Courses.Count > 3) return [new Line(LineKind.Text, label.With(null, ":")), .. item.Courses.Select(course => new Line(LineKind.Point, item.Piece.With(Role.Item, course), null, layout.Bullet))];
        var line = item.Courses.Skip(1).Aggregate(label.With(null, ": ").With(Role.Item, item.Courses[0]), (run, course) => run.Then(layout.Skills == SkillShape.Dots ? " · " : layout.Skills == SkillShape.Points ? "; " : ", ", Role.Item, course));
        return layout.Skills == SkillShape.Lines ? [new Line(LineKind.Point, line, null, layout.Bullet)] : [new Line(LineKind.Text, line)];
    }

    // Something always heads the entry: what comes second moves up where the first is missing.
    private static List<Row> Heads(Piece first, Piece right, Piece second)
    {
        var rows = new List<Row>();
        var (top, below) = first.Spans.Count > 0 ? (first, second) : (second, first);
        var end = right.Spans.Count > 0 ? right : null;
        if (top.Spans.Count > 0) rows.Add(new Line(LineKind.Head, top, end));
        else if (end is not null) rows.Add(new Line(LineKind.Sub, end));
        if (below.Spans.Count > 0) rows.Add(new Line(LineKind.Sub, below));
        return rows;
    }

    private static List<Row> Lines(LineKind kind, Piece piece) => piece.Spans.Count > 0 ? [new Line(kind, piece)] : [];

    private static Piece Bracketed(Piece piece, Item item) => item.When is null ? piece : piece.Spans.Count == 0 ? When(item) : piece.Then(" (", Role.Date, item.When).With(null, ")");

    private static Piece Piece(Item item) => item.Piece;

    private static Piece What(Item item, Look look) => item.Piece.With(item.WhatRole, item.What, look);

    private static Piece Who(Item item, Look look = Look.Plain) => item.Piece.With(Role.Organization, item.Who, look);

    private static Piece Place(Item item, Look look = Look.Muted) => item.Piece.With(Role.Place, item.Place, look);

    private static Piece When(Item item, Look look = Look.Plain) => item.Piece.With(Role.Date, item.When, look);
}
