namespace Resume2Website.Corpus.Vocabulary;

/// <summary>What somebody can work as.</summary>
/// <param name="Id">The same in every language.</param>
/// <param name="Workplace">The kind of employer, a list <c>unit.…</c> of the word book.</param>
/// <param name="Schooling">The kind of degree: <c>high</c> or <c>trade</c>.</param>
/// <param name="Titles">Job titles.</param>
/// <param name="Studies">What is studied for it.</param>
/// <param name="Skills">What one can do.</param>
/// <param name="Tasks">What one does, as noun phrases.</param>
internal sealed record Trade(
    string Id, string Workplace, string Schooling, IReadOnlyList<string> Titles, IReadOnlyList<string> Studies, IReadOnlyList<string> Skills, IReadOnlyList<string> Tasks)
{
    /// <summary>Reads a line of seven columns parted by bars.</summary>
    public static Trade Parse(string line)
    {
        var columns = line.Split('|');
        return new Trade(columns[0], columns[1], columns[2], List(columns[3]), List(columns[4]), List(columns[5]), List(columns[6]));
    }

    private static string[] List(string column) => column.Split(';', StringSplitOptions.TrimEntries);
}
