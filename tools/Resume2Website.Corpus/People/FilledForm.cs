using System.Globalization;
using Resume2Website.Corpus.Layouts;
using Resume2Website.Corpus.Vocabulary;

namespace Resume2Website.Corpus.People;

/// <summary>What is left of a CV, and in which words, when somebody fills in a form that others made.</summary>
internal static class FilledForm
{
    // The month the corpus is "written" in, counted from year 0.
    private const int Now = (2025 * 12) + 5;

    /// <summary>The CV as the form shows it.</summary>
    public static Cv Of(Form form, Cv cv, WordBook words, Chance chance) => form == Form.Network ? Network(cv, words, chance) : European(cv, words, chance);

    /// <summary>How long a time was, as the network puts it behind its dates: "2 years 3 months"; null for one that it cannot count.</summary>
    public static string? Duration(When? when, WordBook words)
    {
        if (when?.Start is not { Length: > 4 } start) return null;
        return Duration((when.End is null ? Now : Months(when.End)) - Months(start) + 1, words);
    }

    /// <summary>So many months in words.</summary>
    public static string Duration(int months, WordBook words)
    {
        var (years, rest, names) = (months / 12, months % 12, words["network.duration"]);
        string?[] parts = [years == 0 ? null : $"{years} {names[years == 1 ? 0 : 1]}", rest == 0 ? null : $"{rest} {names[rest == 1 ? 2 : 3]}"];
        return string.Join(' ', parts.OfType<string>());
    }

    private static Cv Network(Cv cv, WordBook words, Chance chance)
    {
        var (places, plain, country) = (chance.Percent(50), Nothing(cv), words["country"][0]);
        string At(string city) => places ? $"{city.Split(',')[0]}, {country}" : city.Split(',')[0];
        return plain with
        {
            Label = cv.Label ?? cv.Work.Select(employment => employment.Roles[0].Title).FirstOrDefault(),
            Home = cv.Home is { } home ? new Home(At(home.City), null, null, home.City, null) : null,
            Profiles = [.. cv.Profiles.Where(profile => profile.Network == "LinkedIn")],
            Work = [.. cv.Work.Where(employment => employment.Name is not null).Select(employment => employment with
            {
                Place = employment.Place is { } place ? At(place) : null, Roles = [.. employment.Roles.Select(role => role with { When = Long(role.When, words) })],
            })],
            Education = [.. cv.Education.Select(school => school with { Place = null, Score = null, Courses = [], When = Years(school.When), Degree = Joined(school) })],
            Skills = cv.Skills.Count == 0 ? [] : [new Ability(null, [.. cv.Skills.SelectMany(ability => ability.Items).Take(3)])],
            Languages = [.. cv.Languages.Select(tongue => tongue with { Level = tongue.Level is null ? null : chance.Pick(words["network.level"]) })],
            Certificates = [.. cv.Certificates.Select(note => new Note(note.Name, null, null, null))],
        };
    }

    private static Cv European(Cv cv, WordBook words, Chance chance)
    {
        var (plain, country, labels) = (Nothing(cv), words["country"][0].Split(", ")[^1], words["european"]);
        string? At(string? city) => city is null ? null : $"{city.Split(',')[0]}, {country}";
        return plain with
        {
            Email = cv.Email,
            Phone = cv.Phone,
            Home = cv.Home,
            Profiles = [],
            Label = null,
            Work = [.. cv.Work.Where(employment => employment.Name is not null).Select(employment => employment with
            {
                Name = employment.Name!.ToUpperInvariant(), Place = At(employment.Place),
                Roles = [.. employment.Roles.Select(role => role with { Title = role.Title.ToUpperInvariant(), When = Day(role.When, labels[21], chance) })],
            })],
            Education = [.. cv.Education.Select(school => school with
            {
                Institution = school.Institution.ToUpperInvariant(), Place = At(school.Place), Degree = school.Degree?.ToUpperInvariant(), Type = school.Type?.ToUpperInvariant(), Area = school.Area?.ToUpperInvariant(),
                When = Day(school.When, labels[21], chance), Courses = [],
            })],
            Skills = cv.Skills.Count == 0 ? [] : [new Ability(null, [.. cv.Skills.SelectMany(ability => ability.Items)])],
            Languages = [.. cv.Languages.Select((tongue, i) => new Tongue(tongue.Name.ToUpperInvariant(), i == 0 ? labels[10] : Levels(chance)))],
        };
    }

    // Five levels, of which one is said when they are all the same.
    private static string Levels(Chance chance)
    {
        string[] all = ["A1", "A2", "B1", "B2", "C1", "C2"];
        var at = chance.Between(1, 5);
        if (chance.Percent(45)) return all[at];
        List<string> each = [.. Enumerable.Range(0, 5).Select(_ => all[chance.Percent(60) ? at : at - 1])];
        return each.Distinct(StringComparer.Ordinal).ToList() is [var same] ? same : string.Join(' ', each);
    }

    private static Cv Nothing(Cv cv) => new() { Person = cv.Person, Language = cv.Language, Name = cv.Name, Email = cv.Email, Phone = cv.Phone, Summary = cv.Summary };

    private static string? Joined(Schooling school) => school.Type is null ? null : school.Area is null ? school.Type : $"{school.Type}, {school.Area}";

    private static int Months(string date) => (Number(date[..4]) * 12) + (date.Length > 4 ? Number(date[5..7]) - 1 : 0);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static When? Long(When? when, WordBook words)
    {
        if (when?.Start is not { } start) return when;
        string Print(string date) => date.Length > 4 ? $"{words["months"][Number(date[5..7]) - 1]} {(words.Language is "es" or "pt" ? "de " : "")}{date[..4]}" : date;
        return when with { Printed = $"{Print(start)} - {(when.End is { } end ? Print(end) : words["present"][0])}" };
    }

    private static When? Years(When? when) => when switch
    {
        null => null,
        { IsPoint: true } => new When(when.Start![..4], when.Start[..4], when.Start[..4], IsPoint: true),
        _ => new When($"{when.Start![..4]} - {when.End?[..4]}".Trim(), when.Start[..4], when.End?[..4]),
    };

    private static When? Day(When? when, string current, Chance chance)
    {
        if (when?.Start is not { } start) return when;
        var first = start.Length > 4 ? $"{start}-01" : $"{start}-09-01";
        if (when.IsPoint) return new When(Slashed(first), first, first, IsPoint: true);
        if (when.End is not { } end) return new When($"{Slashed(first)} – {current}", first, null);
        var last = end.Length > 4 ? $"{end}-{chance.Between(20, 28)}" : $"{end}-06-30";
        return new When($"{Slashed(first)} – {Slashed(last)}", first, last);

        static string Slashed(string date) => $"{date[8..]}/{date[5..7]}/{date[..4]}";
    }
}
