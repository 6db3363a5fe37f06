using Resume2Website.Corpus.People;
using Resume2Website.Corpus.Pieces;
using Resume2Website.Corpus.Vocabulary;

namespace Resume2Website.Corpus.Layouts;

/// <summary>Sets a CV as a network of professionals saves it: a dark column with contact and skills, roles under their employer with how long they lasted.</summary>
internal sealed class NetworkSetter(Layout layout, WordBook words)
{
    private IReadOnlyList<string> Headings => words["network"];

    /// <summary>Sets.</summary>
    public Sheet Set(Cv cv, Func<int, int, Piece>? footer)
    {
        List<Row> side =
        [
            .. Headed(Section.Basics, Headings[0], Contact(cv), Look.Light),
            .. Headed(Section.Skills, Headings[1], cv.Skills.SelectMany(ability => ability.Items).Select(item => Text(new Piece(Section.Skills, 0).With(Role.Item, item, Look.Light))), Look.Light),
            .. Headed(Section.Languages, Headings[2], cv.Languages.Select((tongue, i) => Text(new Piece(Section.Languages, i).With(Role.Item, tongue.Name, Look.Light).With(null, tongue.Level is null ? null : " (", Look.Light).With(Role.Score, tongue.Level, Look.Light).With(null, tongue.Level is null ? null : ")", Look.Light))), Look.Light),
            .. Headed(Section.Certificates, Headings[3], cv.Certificates.Select((note, i) => Text(new Piece(Section.Certificates, i).With(Role.Title, note.Name, Look.Light))), Look.Light),
        ];
        var basics = new Piece(Section.Basics);
        List<Row> main =
        [
            new Line(LineKind.Name, basics.With(Role.Name, cv.Name)),
            .. cv.Label is null ? (Row[])[] : [new Line(LineKind.Label, basics.With(Role.Label, cv.Label))],
            .. cv.Home is null ? (Row[])[] : [Text(basics.With(Role.Location, cv.Home.Printed, Look.Muted))],
            .. Headed(Section.Summary, Headings[4], cv.Summary is null ? [] : [Text(new Piece(Section.Summary).With(Role.Text, cv.Summary))]),
            .. Headed(Section.Work, Headings[5], Work(cv.Work)),
            .. Headed(Section.Education, Headings[6], cv.Education.SelectMany(School)),
        ];
        return new Sheet(layout, [], side, main, footer);
    }

    private static IEnumerable<Row> Contact(Cv cv)
    {
        var basics = new Piece(Section.Basics);
        if (cv.Phone is { } phone) yield return Text(basics.With(Role.Contact, phone, Look.Light).With(null, " (Mobile)", Look.Light));
        if (cv.Email is { } mail) yield return Text(basics.With(Role.Contact, mail, Look.Light));
        foreach (var profile in cv.Profiles) yield return Text(basics.With(Role.Url, "www." + profile.Url, Look.Light).With(null, $" ({profile.Network})", Look.Light));
    }

    private IEnumerable<Row> Work(IReadOnlyList<Employment> employments)
    {
        var index = 0;
        foreach (var employment in employments)
        {
            yield return new Line(LineKind.Head, new Piece(Section.Work, index).With(Role.Organization, employment.Name, Look.Bold));
            if (employment.Roles.Count > 1 && FilledForm.Duration(employment.Roles[^1].When! with { End = employment.Roles[0].When?.End }, words) is { } total)
                yield return Text(new Piece(Section.Work, index).With(Role.Date, total));
            foreach (var role in employment.Roles)
            {
                var piece = new Piece(Section.Work, index++);
                yield return new Line(LineKind.Sub, piece.With(Role.Title, role.Title));
                var duration = FilledForm.Duration(role.When, words);
                if (role.When is { } when) yield return Text(piece.With(Role.Date, when.Printed).With(null, duration is null ? null : $" ({duration})"));
                if (employment.Place is { } place) yield return Text(piece.With(Role.Place, place, Look.Muted));
                if (role.Summary is { } told) yield return Text(piece.With(Role.Text, told));
                foreach (var point in role.Highlights) yield return new Line(LineKind.Point, piece.With(Role.Bullet, point), null, layout.Bullet);
            }
        }
    }

    private IEnumerable<Row> School(Schooling school, int index)
    {
        var piece = new Piece(Section.Education, index);
        yield return new Line(LineKind.Head, piece.With(Role.Organization, school.Institution, Look.Bold));
        var degree = piece.With(Role.Degree, school.Degree).Then(" · (", Role.Date, school.When?.Printed);
        if (school.Degree is null) degree = piece.With(null, school.When is null ? null : "(").With(Role.Date, school.When?.Printed);
        if (degree.Spans.Count > 0) yield return Text(degree.With(null, school.When is null ? null : ")"));
    }

    private static List<Row> Headed(Section section, string title, IEnumerable<Row> rows, Look look = Look.Plain)
    {
        var content = rows.ToList();
        return content.Count == 0 ? [] : [new Line(LineKind.Heading, new Piece(section).With(Role.Heading, title, look)), .. content];
    }

    private static Line Text(Piece piece) => new(LineKind.Text, piece);
}
