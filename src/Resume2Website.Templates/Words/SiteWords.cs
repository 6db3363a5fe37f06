namespace Resume2Website.Templates.Words;

/// <summary>What a page says in its own words, in one language.</summary>
internal sealed record SiteWords
{
    public required string Language { get; init; }

    public required string Direction { get; init; }

    public required IReadOnlyDictionary<string, string> Sections { get; init; }

    public required IReadOnlyList<string> Months { get; init; }

    public required string Present { get; init; }

    public required string Until { get; init; }

    public required PluralForms Year { get; init; }

    public required PluralForms Month { get; init; }

    public required string Contact { get; init; }

    public required string Grade { get; init; }

    public required string Courses { get; init; }

    public required string Photo { get; init; }

    public required string ProfileOf { get; init; }
}
