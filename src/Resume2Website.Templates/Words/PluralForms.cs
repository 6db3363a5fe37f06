using System.Globalization;

namespace Resume2Website.Templates.Words;

/// <summary>A number with its noun: "1 yr", "3 yrs"; in Polish "3 lata" apart from "5 lat", in Hebrew one and two are words without a number.</summary>
/// <remarks>Each form is a phrase in which <c>{0}</c> is the number; a form that a language does not tell apart is absent.</remarks>
internal sealed record PluralForms
{
    public string? One { get; init; }

    public string? Two { get; init; }

    public string? Few { get; init; }

    public string? Many { get; init; }

    public required string Other { get; init; }

    /// <summary>A number and its noun, by the rules of the languages that this project speaks; they stay together when the line breaks.</summary>
    public string Phrase(int number, string language) =>
        string.Format(CultureInfo.InvariantCulture, Form(number, language) ?? Other, number).Replace(' ', '\u00A0');

    private string? Form(int number, string language) => language switch
    {
        "pl" when number % 10 is >= 2 and <= 4 && number % 100 is < 12 or > 14 => Few,
        "he" when number == 2 => Two,
        "he" when number > 10 => Many,
        "fr" or "pt" when number == 0 => One,
        _ => number == 1 ? One : Other,
    };
}
