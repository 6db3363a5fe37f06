using Resume2Website.Corpus.Vocabulary;

namespace Resume2Website.Corpus.People;

/// <summary>Invents what somebody did year by year: work, schools, voluntary work.</summary>
internal sealed class History(WordBook words, Chance chance)
{
    /// <summary>Employments, the latest first, with gaps, breaks and several roles at one employer.</summary>
    public List<Employment> Work(Trade trade, Size size, DateStyle dates, Phrases phrases, int now)
    {
        var count = size switch { Size.Sparse => chance.Between(0, 2), Size.Usual => chance.Between(2, 4), _ => chance.Between(4, 7) };
        var isRunning = chance.Percent(22);
        var yearsOnlyLater = chance.Percent(15);
        var hasPlaces = chance.Percent(60);
        var employments = new List<Employment>();
        var at = now - (chance.Percent(70) ? 0 : chance.Between(2, 20));
        var isOpen = at == now;
        for (var i = 0; i < count; i++)
        {
            if (i > 0 && chance.Percent(6))
            {
                var length = chance.Between(5, 18);
                employments.Add(new Employment(null, null, [new Held(phrases.From("break"), dates.Span(at - length, at, false), null, [])]));
                at -= length;
            }

            var roles = new List<Held>();
            for (var role = chance.Percent(14) ? chance.Between(2, 3) : 1; role > 0; role--)
            {
                var length = chance.Between(7, 60);
                var (summary, points) = Told(size, isRunning, i, phrases);
                roles.Add(new Held(Title(trade, roles, i, count), dates.Span(at - length, isOpen ? null : at, yearsOnlyLater && i > 1), summary, points));
                (at, isOpen) = (at - length, false);
            }

            phrases.City = chance.Pick(words["city"]);
            employments.Add(new Employment(phrases.From("unit." + trade.Workplace), hasPlaces ? phrases.City : null, roles));
            phrases.City = null;
            at -= chance.Percent(70) ? chance.Between(0, 2) : chance.Between(4, 16);
        }

        return employments;
    }

    /// <summary>Schools, the latest first; some without a degree line, without dates, or with a mark.</summary>
    public List<Schooling> Education(Trade trade, Size size, DateStyle dates, Phrases phrases, int now)
    {
        if (size == Size.Sparse && chance.Percent(20)) return [];
        var count = size == Size.Sparse ? 1 : chance.Between(1, 3);
        var join = chance.Pick(words["degree.join"]);
        var at = now - chance.Between(30, 200);
        var (hasPlaces, yearsOnly, pointOnly) = (chance.Percent(35), chance.Percent(60), chance.Percent(25));
        var schools = new List<Schooling>();
        var degrees = phrases.Several("degree." + trade.Schooling, count);
        for (var i = 0; i < count; i++)
        {
            var isSchool = i > 0 && i == count - 1 && chance.Percent(55);
            var length = chance.Between(2, 4) * 12;
            var type = isSchool ? phrases.From("degree.school") : i < degrees.Count ? degrees[i] : null;
            var area = isSchool || chance.Percent(12) ? null : chance.Pick(trade.Studies);
            if (chance.Percent(7)) (type, area) = (null, null);
            var degree = type is null ? null : area is null ? type : join.Replace("{d}", type, StringComparison.Ordinal).Replace("{a}", area, StringComparison.Ordinal);
            phrases.City = chance.Pick(words["city"]);
            schools.Add(new Schooling(
                phrases.From(isSchool ? "school.school" : "school." + trade.Schooling), hasPlaces ? phrases.City : null, degree, type, area,
                pointOnly ? dates.Point(at, yearsOnly) : dates.Span(at - length, at, yearsOnly), null).WithScore(chance.Percent(15) ? phrases.From("score") : null));
            phrases.City = null;
            at -= length + chance.Between(0, 14);
        }

        return schools;
    }

    /// <summary>Voluntary work.</summary>
    public List<Employment> Volunteering(DateStyle dates, Phrases phrases, int now)
    {
        var isTold = chance.Percent(35);
        return [.. phrases.Several("volunteer", chance.Between(1, 2)).Select(title =>
        {
            var start = now - chance.Between(20, 140);
            var when = dates.Span(start, chance.Percent(40) ? null : start + chance.Between(6, 20), chance.Percent(50));
            return new Employment(phrases.From("charity"), null, [new Held(title, when, null, isTold ? [phrases.From("highlight")] : [])]);
        })];
    }

    // Careers go up: the first titles of a trade are the early ones.
    private string Title(Trade trade, List<Held> above, int place, int count)
    {
        var free = trade.Titles.Where(title => above.All(held => held.Title != title)).ToList();
        return place < count / 2 ? free[^(1 + chance.Below(Math.Min(3, free.Count)))] : free[chance.Below(Math.Min(3, free.Count))];
    }

    private (string? Summary, IReadOnlyList<string> Points) Told(Size size, bool isRunning, int place, Phrases phrases)
    {
        if (size == Size.Sparse && chance.Percent(65)) return (null, []);
        if (isRunning) return (phrases.From("running"), []);
        var most = size == Size.Long ? 6 : 4;
        var points = phrases.Several("highlight", Math.Max(0, chance.Between(1, most) - (place / 2)));
        return (chance.Percent(10) ? phrases.From("running") : null, points);
    }
}
