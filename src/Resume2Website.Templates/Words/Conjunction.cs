namespace Resume2Website.Templates.Words;

/// <summary>What stands between years and months, spaces included, where a language wants more than a space.</summary>
internal sealed record Conjunction
{
    public required string BeforeWord { get; init; }

    public required string BeforeNumber { get; init; }

    public string Before(string phrase) => char.IsAsciiDigit(phrase[0]) ? BeforeNumber : BeforeWord;
}
