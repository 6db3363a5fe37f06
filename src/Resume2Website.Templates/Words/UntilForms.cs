namespace Resume2Website.Templates.Words;

/// <summary>How a language says that something ended, the beginning unknown: phrases in which <c>{0}</c> is the date, by how exact the date is.</summary>
internal sealed record UntilForms
{
    public required string Year { get; init; }

    public required string Month { get; init; }

    public required string Day { get; init; }
}
