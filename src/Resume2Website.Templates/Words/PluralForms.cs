namespace Resume2Website.Templates.Words;

/// <summary>A noun as it stands after a number: "1 yr", "3 yrs", in Polish also "3 lata" apart from "5 lat".</summary>
internal sealed record PluralForms
{
    public required string One { get; init; }

    public required string Few { get; init; }

    public required string Other { get; init; }

    /// <summary>The form for a number, by the CLDR rules of the languages that this project speaks.</summary>
    public string For(int number, string language) => language switch
    {
        "pl" when number == 1 => One,
        "pl" when number % 10 is >= 2 and <= 4 && number % 100 is < 12 or > 14 => Few,
        "pl" => Other,
        "fr" or "pt" when number <= 1 => One,
        _ when number == 1 => One,
        _ => Other,
    };
}
