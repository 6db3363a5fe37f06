using Resume2Website.Resumes;

namespace Resume2Website.Templates.Words;

/// <summary>What a page says in its own words, in one language.</summary>
internal sealed record SiteWords
{
    public required string Language { get; init; }

    public required string Direction { get; init; }

    public required IReadOnlyDictionary<string, string> Sections { get; init; }

    /// <summary>The months as they stand before a year, from January on.</summary>
    public required IReadOnlyList<string> Months { get; init; }

    /// <summary>The months after a day or a preposition, where a language declines them; <see cref="Months"/> when null.</summary>
    public IReadOnlyList<string>? MonthsInPhrase { get; init; }

    /// <summary>A date with a day: <c>{0}</c> is the day, <c>{1}</c> the month, <c>{2}</c> the year.</summary>
    public required string FullDate { get; init; }

    /// <summary>The first of a month, where a language does not write it as a plain number.</summary>
    public string? FirstDay { get; init; }

    public required string Present { get; init; }

    public required UntilForms Until { get; init; }

    public required PluralForms Year { get; init; }

    public required PluralForms Month { get; init; }

    /// <summary>What joins years and months; a space when null.</summary>
    public Conjunction? And { get; init; }

    public required string Contact { get; init; }

    public required string Grade { get; init; }

    /// <summary>What introduces the courses taken at a school, with its colon.</summary>
    public required string Courses { get; init; }

    public required string Photo { get; init; }

    /// <summary>The heading over the few results that a page puts first.</summary>
    public required string Results { get; init; }

    /// <summary>What a heading of teaching holds, lower case.</summary>
    public required IReadOnlyList<string> Teaching { get; init; }

    /// <summary>Whether a section outside the schema is about teaching, by its heading.</summary>
    public bool IsTeaching(OtherSection section) =>
        section.Title is { } title && Teaching.Any(word => title.Contains(word, StringComparison.InvariantCultureIgnoreCase));
}
