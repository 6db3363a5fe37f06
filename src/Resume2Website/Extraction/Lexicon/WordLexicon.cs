namespace Resume2Website.Extraction.Lexicon;

/// <summary>Says whether a text sounds like a job title, an organisation, a school, or a degree.</summary>
internal static class WordLexicon
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Lists = LexiconFile.Read("words.txt");
    private static readonly WordMatcher Titles = new(Lists["title"]);
    private static readonly WordMatcher Organizations = new(Lists["organization"]);
    private static readonly WordMatcher Schools = new(Lists["school"]);
    private static readonly WordMatcher Degrees = new(Lists["degree"]);

    /// <summary>What all four scores are of a text whose folded words are known.</summary>
    public static (int Title, int Organization, int School, int Degree) Scores(IReadOnlyList<string> words)
    {
        var school = Schools.Count(words);
        return (Titles.Count(words), Organizations.Count(words) + school, school, Degrees.Count(words));
    }

    /// <summary>How many words of a job title the text has.</summary>
    public static int TitleScore(string text) => Titles.Count(text);

    /// <summary>How many words of an employer's name the text has: legal forms, kinds of institutions.</summary>
    public static int OrganizationScore(string text) => Organizations.Count(text) + Schools.Count(text);

    /// <summary>How many words of a school's name the text has.</summary>
    public static int SchoolScore(string text) => Schools.Count(text);

    /// <summary>How many words of a degree the text has.</summary>
    public static int DegreeScore(string text) => Degrees.Count(text);
}
