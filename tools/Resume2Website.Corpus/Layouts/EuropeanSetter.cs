using Resume2Website.Corpus.People;
using Resume2Website.Corpus.Pieces;
using Resume2Website.Corpus.Vocabulary;

namespace Resume2Website.Corpus.Layouts;

/// <summary>Sets a CV as the European form makes it: a line about the person, capitals for titles and employers, days in dates, a table of how well languages are known.</summary>
internal sealed class EuropeanSetter(Layout layout, WordBook words, Chance chance)
{
    private readonly bool hasColumn = chance.Percent(50);
    private readonly bool hasTwoLines = chance.Percent(40);

    private IReadOnlyList<string> Words => words["european"];

    /// <summary>Sets.</summary>
    public Sheet Set(Cv cv)
    {
        var basics = new Piece(Section.Basics);
        var person = basics.With(null, Words[0] + ": ", Look.Bold).With(null, $"{chance.Between(10, 28)}/0{chance.Between(1, 9)}/{chance.Between(1965, 2001)}", Look.Plain)
            .With(null, layout.Separator).With(null, Words[1] + ": ", Look.Bold).With(null, Words[23]);
        (int Caption, Role Role, string? Text)[] facts = [(2, Role.Contact, cv.Phone), (3, Role.Contact, cv.Email), (4, Role.Location, cv.Home?.Printed)];
        person = facts.Where(fact => fact.Text is not null).Aggregate(person, (piece, fact) => piece.With(null, layout.Separator).With(null, Words[fact.Caption] + ": ", Look.Bold).With(fact.Role, fact.Text));
        List<Row> main =
        [
            .. Headed(Section.Summary, 5, cv.Summary is null ? [] : [new Line(LineKind.Text, new Piece(Section.Summary).With(Role.Text, cv.Summary))]),
            .. Headed(Section.Work, 6, Work(cv.Work)),
            .. Headed(Section.Education, 7, cv.Education.SelectMany((school, i) => Entry(new Item(Section.Education, i) { WhatRole = Role.Degree, What = school.Degree, Who = school.Institution, Place = school.Place, When = school.When?.Printed, Score = school.Score, ScoreLabel = school.ScoreLabel }))),
            .. Headed(Section.Languages, 8, Languages(cv.Languages)),
            .. Headed(Section.Skills, 9, cv.Skills.Select(ability => new Line(LineKind.Text, ability.Items.Aggregate(new Piece(Section.Skills, 0), (run, item) => run.Then(" | ", Role.Item, item))))),
        ];
        return new Sheet(layout, [new Line(LineKind.Name, basics.With(Role.Name, cv.Name, Look.Bold)), new Line(LineKind.Contact, person)], [], main, null);
    }

    private IEnumerable<Row> Work(IReadOnlyList<Employment> employments)
    {
        var index = 0;
        return employments.SelectMany(employment => employment.Roles.Select(role => (employment, role))).SelectMany(pair => Entry(new Item(Section.Work, index++)
        {
            What = pair.role.Title, Who = pair.employment.Name, Place = pair.employment.Place, When = pair.role.When?.Printed, Text = pair.role.Summary, Points = pair.role.Highlights,
        }));
    }

    private IEnumerable<Row> Entry(Item item)
    {
        var what = item.Piece.With(item.WhatRole, item.What, Look.Bold | Look.Accent);
        List<Row> head = hasTwoLines && item.What is not null
            ? [new Line(LineKind.Head, what), new Line(LineKind.Sub, item.Piece.With(Role.Organization, item.Who))]
            : [new Line(LineKind.Head, what.Then(" – ", Role.Organization, item.Who))];
        if (item.Score is not null) head.Add(new Line(LineKind.Text, item.Piece.With(null, Words[22] + " ", Look.Bold).With(Role.Score, item.ScoreLabel + item.Score)));
        if (item.Text is not null) head.Add(new Line(LineKind.Text, item.Piece.With(Role.Text, item.Text)));
        head.AddRange(item.Points.Select(point => new Line(LineKind.Point, item.Piece.With(Role.Bullet, point), null, layout.Bullet)));
        var date = item.Piece.With(Role.Date, item.When, Look.Muted);
        if (hasColumn) return [new Beside([.. Some(date), .. Some(item.Piece.With(Role.Place, item.Place, Look.Muted))], head)];
        return [.. Some(date.Then(" ", Role.Place, item.Place, Look.Muted), LineKind.Head), .. head.Select((row, i) => i == 0 ? (Line)row with { Kind = LineKind.Sub } : row)];
    }

    private IEnumerable<Row> Languages(IReadOnlyList<Tongue> tongues)
    {
        if (tongues.Count == 0) yield break;
        yield return new Line(LineKind.Text, new Piece(Section.Languages, 0).With(Role.Score, Words[10]).With(null, ": ").With(Role.Item, tongues[0].Name, Look.Bold));
        if (tongues.Count == 1) yield break;
        var none = new Piece(Section.Languages);
        yield return new Line(LineKind.Text, none.With(Role.Text, Words[11] + ":"));
        yield return Table([none, .. Words.Skip(12).Take(5).Select(skill => none.With(Role.Text, skill, Look.Muted))]);
        foreach (var (tongue, i) in tongues.Skip(1).Select((tongue, i) => (tongue, i + 1)))
        {
            var piece = new Piece(Section.Languages, i);
            var levels = tongue.Level!.Split(' ');
            yield return Table([piece.With(Role.Item, tongue.Name, Look.Bold), .. Enumerable.Range(0, 5).Select(at => piece.With(Role.Score, levels[at % levels.Length]))]);
        }

        yield return new Line(LineKind.Text, none.With(Role.Text, Words[20], Look.Italic | Look.Muted));
    }

    private static Grid Table(IReadOnlyList<Piece> cells) => new([.. cells.Select(cell => (IReadOnlyList<Row>)(cell.Spans.Count == 0 ? [] : [new Line(LineKind.Text, cell)]))]);

    private static List<Row> Some(Piece piece, LineKind kind = LineKind.Sub) => piece.Spans.Count == 0 ? [] : [new Line(kind, piece)];

    private List<Row> Headed(Section section, int title, IEnumerable<Row> rows)
    {
        var content = rows.ToList();
        return content.Count == 0 ? [] : [new Line(LineKind.Heading, new Piece(section).With(Role.Heading, Words[title], Look.Bold | Look.Accent)), .. content];
    }
}
