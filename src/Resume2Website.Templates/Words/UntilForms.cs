namespace Resume2Website.Templates.Words;

/// <summary>How a language says that something ended, the beginning unknown: phrases in which <c>{0}</c> is the date, by how exact the date is.</summary>
internal sealed record UntilForms
{
    public required string Year { get; init; }

    public required string Month { get; init; }

    public required string Day { get; init; }

    /// <summary>The form before a day that is spoken with a vowel at its beginning, as Italian has it before 8 and 11; null where there is none.</summary>
    public string? DayBeforeVowel { get; init; }

    public IReadOnlyList<int> DaysWithVowel { get; init; } = [];

    public string ForDay(int day) => DayBeforeVowel is { } elided && DaysWithVowel.Contains(day) ? elided : Day;
}
