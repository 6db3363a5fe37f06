using Resume2Website.Corpus.Vocabulary;

namespace Resume2Website.Corpus.People;

/// <summary>Adds what some people tell and most do not: the courses of their studies, courses they took later, who speaks for them in other ways than by name first.</summary>
internal sealed class Additions(WordBook words, Chance chance)
{
    private const int Now = 2025;
    private readonly Phrases phrases = new(words, chance);

    /// <summary>The CV with them.</summary>
    public Cv Make(Cv cv)
    {
        phrases.Trade = words.Trades.First(trade => trade.Id == cv.Person.Split('-')[1]);
        var label = chance.Pick(words["courses.label"]);
        return cv with
        {
            Education = chance.Percent(22) ? [.. cv.Education.Select(school => school.Type is null || chance.Percent(35) ? school : school with { CoursesLabel = label, Courses = phrases.Several("course", chance.Between(2, 5)) })] : cv.Education,
            Courses = chance.Percent(9) ? Courses() : [],
            References = References(cv),
        };
    }

    private List<Note> Courses()
    {
        var (hasBy, hasDate) = (chance.Percent(50), chance.Percent(60));
        return [.. phrases.Several("course", chance.Between(2, 5)).Select(name =>
        {
            var year = $"{Now - chance.Between(1, 12)}";
            return new Note(name, hasBy ? phrases.From("issuer") : null, hasDate ? new When(year, year, year, IsPoint: true) : null, null);
        })];
    }

    private IReadOnlyList<Referee> References(Cv cv)
    {
        if (cv.References.Count == 0) return chance.Percent(5) ? [new Referee(null, phrases.From("references.later"))] : [];
        var shape = chance.Below(5);
        return shape < 2 ? cv.References : [.. cv.References.Select(referee => referee with
        {
            Signs = shape == 2,
            Text = shape == 4 ? null : referee.Text,
            Position = $"{chance.Pick(phrases.Trade!.Titles)}, {phrases.From("unit." + phrases.Trade.Workplace)}",
            Contact = shape == 4 || chance.Percent(20) ? phrases.From("phone") : null,
        })];
    }
}
