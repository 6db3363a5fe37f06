using System.Text.RegularExpressions;
using Resume2Website.Documents;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Learned;
using Resume2Website.Extraction.Lexicon;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Entries;

/// <summary>Reads schools and degrees.</summary>
internal static partial class EducationReader
{
    /// <summary>The entries of an education section.</summary>
    public static IReadOnlyList<EntryDraft> Read(IReadOnlyList<LayoutLine> section)
    {
        var withoutCourses = EntryGrouping.Group(section, EntryShape.Education).Select(CourseReader.Take).ToList();
        var blocks = withoutCourses.Select(taken => TakeScore(taken.Block)).ToList();
        var heads = HeadReader.Read([.. blocks.Select(taken => taken.Block.Head)], PartKind.Degree);
        return [.. blocks.Select((taken, i) => Draft(taken.Block, taken.Score, heads[i]) with { Courses = withoutCourses[i].Courses })];
    }

    private static EntryDraft Draft(EntryBlock block, Found? score, ReadHead? head)
    {
        var draft = WithDegree(new EntryDraft { Organization = head?.Organization, Location = head?.Place, Score = score, Url = EntryBody.Url(block.Head) }, head?.Names ?? []);
        return EntryBody.Fill(EntryReader.WithDates(draft, block), block.Body, head?.More ?? []);
    }

    private static EntryDraft WithDegree(EntryDraft draft, IReadOnlyList<Found> degrees)
    {
        if (degrees.Count == 0) return draft;
        if (degrees.Count == 1)
        {
            if (HeadText.CommaParts(degrees[0].Text) is [_, .., var last] parts && draft.Score is null && ScoreWords().IsMatch(TextFolding.Fold(last)) && WordLexicon.DegreeScore(last) < parts.Count)
            {
                draft = draft with { Score = degrees[0] with { Text = last } };
                degrees = [degrees[0] with { Text = string.Join(", ", parts.SkipLast(1)) }];
            }

            var cut = End(degrees[0].Text);
            var score = ScoreInBrackets().Match(degrees[0].Text);
            if (score.Success && draft.Score is null)
            {
                draft = draft with { Score = degrees[0] with { Text = score.Groups["score"].Value } };
                degrees = [degrees[0] with { Text = degrees[0].Text.Remove(score.Index, score.Length).Trim() }];
                cut = End(degrees[0].Text);
            }

            if (!cut.Success) cut = AfterAbbreviation().Match(degrees[0].Text);
            return cut.Success
                ? draft with { StudyType = degrees[0] with { Text = degrees[0].Text[..cut.Index].Trim() }, Area = degrees[0] with { Text = degrees[0].Text[(cut.Index + cut.Length)..].Trim() } }
                : draft with { StudyType = degrees[0] };
        }

        var type = WordLexicon.DegreeScore(degrees[0].Text) >= WordLexicon.DegreeScore(degrees[1].Text) ? 0 : 1;
        return draft with { StudyType = degrees[type], Area = degrees[1 - type] };
    }

    // "Master di I livello in Scienze", "Brevet des collèges": what "di" and "des" join is often the degree itself; another sign of its end goes before.
    private static Match End(string degree) => DegreeEnd().Match(degree) is { Success: true } plain ? plain : Genitive().Match(degree);

    // A grade stands in a line of its own near the head, or in a run of its own in it.
    private static (EntryBlock Block, Found? Score) TakeScore(EntryBlock block)
    {
        foreach (var line in block.Head.Skip(1).Where(line => WordLexicon.DegreeScore(line.Text) == 0).Concat(block.Body.Take(3)).Where(line => line.Date is null && IsScore(line.Line.Text)))
        {
            var without = block with { Head = [.. block.Head.Where(other => !ReferenceEquals(other, line))], Body = [.. block.Body.Where(other => !ReferenceEquals(other, line))] };
            return (without, Score(line.Line.Text, line.Line.First));
        }

        foreach (var (line, segment) in block.Head.SelectMany(line => line.Rest.Select(segment => (line, segment))).Where(pair => pair.line.Rest.Count > 1 && IsScore(pair.segment.Text) && WordLexicon.DegreeScore(pair.segment.Text) == 0))
            return (block with { Head = [.. block.Head.Select(other => ReferenceEquals(other, line) ? line with { Rest = [.. line.Rest.Where(run => !ReferenceEquals(run, segment))] } : other)] }, Score(segment.Text, segment.Source));
        return (block, null);
    }

    private static Found Score(string text, SourceLine source)
    {
        var grade = Label().Replace(text, "").Trim();
        return new Found(grade.Length == 0 ? text : grade, source, 0.85);
    }

    private static bool IsScore(string text) => text.Length <= 45 && (ScoreWords().IsMatch(TextFolding.Fold(text)) || PlainScore().IsMatch(text.Trim()));

    [GeneratedRegex(@"\s*(?:,|:|\s+(?:in|en|em|im|w|IN|EN|EM|IM|W|–|—)\s)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex DegreeEnd();

    // In German the field is a noun, with its capital; in capitals "des" may as well be French.
    [GeneratedRegex(@"\s+(?:(?:der|des)\s+(?=\p{Lu})|DER\s+|(?<=[Ll]aurea\s+)di\s+(?=\p{Lu}))", RegexOptions.CultureInvariant)]
    private static partial Regex Genitive();

    [GeneratedRegex(@"(?<=^(?:B\.? ?Sc\.?|M\.? ?Sc\.?|B\.? ?A\.?|M\.? ?A\.?|B\.? ?Eng\.?|M\.? ?Eng\.?|B\.? ?Tech\.?|M\.? ?Tech\.?|LL\.?B\.?|LL\.?M\.?|MBA|Ph\.? ?D\.?)(?: \(?Hons\.?\)?)?)\s+(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex AfterAbbreviation();

    [GeneratedRegex(@"\s*\((?<score>[^()]*\d[^()]*)\)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex ScoreInBrackets();

    [GeneratedRegex(@"^(?:(?:final )?grade|gpa|score|note(?: finale)?|abschlussnote|gesamtnote|\w*note|nota(?: media| final)?|média(?: final)?|media|classificação final|calificación|moyenne|cijfer|eindcijfer|gemiddelde?|voto(?: finale)?|ocena(?: końcowa)?|średnia|mention|result)\s*[:=]\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"\b(?:c?gpa|grade|\w*note|honou?rs|distinction|merit|first class|second class|third class|upper|2:[12]|1st|cum laude|summa|magna|mention|nota|media|sobresaliente|notable|matricula|cijfer|gemiddeld|voto|\d+/\d+|lode|ocena|bestanden|mit auszeichnung|prad[ie]kat|average|percentage|srednia|wyroznieni\w*|bardzo dobry|celujacy|distincao|louvor|valores|classificacao|onderscheiding|moyenne|felicitations|calificacion|%|atar|ib \d\d)(?!\w)|%", RegexOptions.CultureInvariant)]
    private static partial Regex ScoreWords();

    [GeneratedRegex(@"^[A-F][A-F+* ]{0,8}$|^(?:sehr gut|gut|befriedigend|Sehr gut|Gut|Befriedigend)$|^\d{1,3}(?:[.,]\d{1,2})?\s*(?:%|/\s*\d{1,3}(?:[.,]\d+)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainScore();
}
