using Resume2Website.Corpus.People;
using Resume2Website.Corpus.Pieces;
using Resume2Website.Corpus.Vocabulary;

namespace Resume2Website.Corpus.Layouts;

/// <summary>Sets the content of each section, without its heading.</summary>
internal sealed class SectionSetter(Layout layout, WordBook words)
{
    private readonly EntrySetter entries = new(layout, words["at"][0]);

    /// <summary>The rows of a section; none when the CV has nothing to say in it.</summary>
    public List<Row> Rows(Section section, Cv cv) => section switch
    {
        Section.Summary => cv.Summary is null ? [] : [new Line(LineKind.Text, new Piece(section).With(Role.Text, cv.Summary))],
        Section.Work => Employments(section, cv.Work),
        Section.Volunteer => Employments(section, cv.Volunteer),
        Section.Education => [.. cv.Education.SelectMany((school, i) => entries.Rows(new Item(section, i)
        {
            WhatRole = Role.Degree, What = school.Degree, Who = school.Institution, Place = school.Place, When = school.When?.Printed, Score = school.Score, ScoreLabel = school.ScoreLabel, CoursesLabel = school.CoursesLabel, Courses = school.Courses,
        }))],
        Section.Awards => Notes(section, cv.Awards),
        Section.Certificates => Notes(section, cv.Certificates),
        Section.Publications => Notes(section, cv.Publications),
        Section.Talks => Notes(section, cv.Talks),
        Section.Courses => Notes(section, cv.Courses),
        Section.Projects => Notes(section, cv.Projects),
        Section.Skills => [.. cv.Skills.SelectMany(Skills)],
        Section.Languages => Languages(cv.Languages),
        Section.Interests => List(section, cv.Interests, 0),
        Section.References => [.. cv.References.SelectMany(Reference)],
        Section.Other => [.. cv.Other.Select((text, i) => new Line(LineKind.Point, new Piece(section, i).With(Role.Text, text), null, layout.Bullet))],
        _ => [],
    };

    private IEnumerable<Row> Reference(Referee referee, int index)
    {
        var piece = new Piece(Section.References, index);
        Row Text(string text) => new Line(LineKind.Text, piece.With(Role.Text, text));
        if (referee.Name is null) return [Text(referee.Text!)];
        List<Row> contact = referee.Contact is null ? [] : [Text(referee.Contact)];
        if (referee.Signs) return [Text(referee.Text!), new Line(LineKind.Sub, piece.With(null, "— ").With(Role.Name, referee.Name, Look.Bold).Then(", ", Role.Text, referee.Position)), .. contact];
        if (referee.Position is null) return entries.Rows(new Item(Section.References, index) { WhatRole = Role.Name, What = referee.Name, Text = referee.Text });
        List<Row> head = layout.HasShortNotes
            ? [new Line(LineKind.Head, piece.With(Role.Name, referee.Name, Look.Bold).Then(", ", Role.Text, referee.Position))]
            : [new Line(LineKind.Head, piece.With(Role.Name, referee.Name, Look.Bold)), new Line(LineKind.Sub, piece.With(Role.Text, referee.Position))];
        return [.. head, .. contact, .. referee.Text is { } text ? (Row[])[Text(text)] : []];
    }

    private List<Row> Employments(Section section, IReadOnlyList<Employment> employments)
    {
        var rows = new List<Row>();
        var index = 0;
        foreach (var employment in employments)
        {
            rows.AddRange(entries.Rows([.. employment.Roles.Select(role => new Item(section, index++)
            {
                What = role.Title, Who = employment.Name, Place = employment.Place, When = role.When?.Printed, Text = role.Summary, Points = role.Highlights,
            })]));
        }

        return rows;
    }

    private List<Row> Notes(Section section, IReadOnlyList<Note> notes) =>
        [.. notes.SelectMany((note, i) => entries.Rows(new Item(section, i) { What = note.Name, Who = note.By, When = note.When?.Printed, Text = note.Text, Url = note.Url, Points = note.Points }))];

    private IEnumerable<Row> Skills(Ability ability, int index)
    {
        var piece = new Piece(Section.Skills, index);
        if (ability.Group is null) return List(Section.Skills, ability.Items, index);
        if (layout.Skills is SkillShape.Commas or SkillShape.Dots)
        {
            var separator = layout.Skills == SkillShape.Commas ? ", " : " · ";
            var line = piece.With(Role.Group, ability.Group, Look.Bold).With(null, ": ").With(Role.Item, ability.Items[0]);
            return [new Line(LineKind.Text, ability.Items.Skip(1).Aggregate(line, (run, item) => run.Then(separator, Role.Item, item)))];
        }

        return [new Line(LineKind.Head, piece.With(Role.Group, ability.Group, Look.Bold)), .. List(Section.Skills, ability.Items, index)];
    }

    private List<Row> List(Section section, IReadOnlyList<string> items, int index)
    {
        if (items.Count == 0) return [];
        var piece = new Piece(section, index);
        // Each interest is an entry, whereas skills are entries by group.
        Piece Of(int at) => section == Section.Skills ? piece : new Piece(section, at);
        return layout.Skills switch
        {
            SkillShape.Lines => [.. items.Select((item, i) => new Line(LineKind.Text, Of(i).With(Role.Item, item)))],
            SkillShape.Points => [.. items.Select((item, i) => new Line(LineKind.Point, Of(i).With(Role.Item, item), null, layout.Bullet ?? "•"))],
            var shape => [new Line(LineKind.Text, items.Aggregate(piece, (run, item) => run.Then(shape == SkillShape.Commas ? ", " : " · ", Role.Item, item)))],
        };
    }

    private List<Row> Languages(IReadOnlyList<Tongue> tongues)
    {
        if (tongues.Count == 0) return [];
        var isInline = layout.Skills is SkillShape.Commas or SkillShape.Dots && layout.Frame == Frame.One;
        if (!isInline) return [.. tongues.Select((tongue, i) => new Line(layout.Skills == SkillShape.Points ? LineKind.Point : LineKind.Text, new Piece(Section.Languages, i).With(Role.Item, tongue.Name).Then(layout.Skills == SkillShape.Lines ? ": " : " – ", Role.Score, tongue.Level), null, layout.Skills == SkillShape.Points ? layout.Bullet ?? "•" : null))];
        var line = tongues.Aggregate(new Piece(Section.Languages, 0), (run, tongue) => run.Then(", ", Role.Item, tongue.Name).Then(" (", Role.Score, tongue.Level).With(null, tongue.Level is null ? null : ")"));
        return [new Line(LineKind.Text, line)];
    }
}
