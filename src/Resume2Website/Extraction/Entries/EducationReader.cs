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
        var blocks = EntryGrouping.Group(section, EntryShape.Education);
        var heads = blocks.Select(block => HeadParts.Read(block.Head, hasPlace: false)).ToList();
        var degreeFirst = Orientation.TitleFirst([.. heads.OfType<HeadParts>()], PartKind.Degree);
        return [.. blocks.Select((block, i) => Draft(block, heads[i], degreeFirst))];
    }

    private static EntryDraft Draft(EntryBlock block, HeadParts? head, bool degreeFirst)
    {
        var (degrees, school, more) = head is null ? ([], null, []) : Assign(head, degreeFirst);
        var (body, score) = TakeScore(block.Body);
        var draft = new EntryDraft { Organization = school, Score = score, Url = EntryBody.Url(block.Head) };
        draft = WithDegree(draft, degrees);
        return EntryBody.Fill(EntryReader.WithDates(draft, block), body, more);
    }

    private static (List<Found> Degrees, Found? School, List<Found> More) Assign(HeadParts head, bool degreeFirst)
    {
        var parts = new List<(string Text, SourceLine Source)> { head.First };
        if (head.Second is { } second) parts.Add(second);
        parts.AddRange(head.More.Take(1));
        var more = head.More.Skip(1).Select(part => new Found(part.Text, part.Source, 0.6)).ToList();
        if (parts.Count == 1)
        {
            var lean = -PartLikelihood.Lean(parts[0].Text, PartKind.Degree);
            var only = new Found(parts[0].Text, parts[0].Source, Math.Abs(lean) < 1 ? 0.5 : 0.75);
            return lean > 0 ? ([], only, more) : ([only], null, more);
        }

        var usual = degreeFirst ? parts.Count - 1 : 0;
        var school = Enumerable.Range(0, parts.Count)
            .OrderByDescending(i => SchoolLean(parts[i].Text) + (i == usual ? 1.5 : 0)).First();
        var found = parts.Select((part, i) => new Found(part.Text, part.Source,
            (i == school) == (SchoolLean(part.Text) > 0) ? 0.95 : 0.8)).ToList();
        return ([.. found.Where((_, i) => i != school)], found[school], more);
    }

    // Neither a degree nor a place.
    private static double SchoolLean(string text) => -PartLikelihood.Lean(text, PartKind.Degree) - Math.Max(0, PartLikelihood.Place(text));

    private static EntryDraft WithDegree(EntryDraft draft, List<Found> degrees)
    {
        if (degrees.Count == 0) return draft;
        if (degrees.Count == 1)
        {
            if (HeadText.CommaParts(degrees[0].Text) is [_, .., var last] parts && draft.Score is null && ScoreWords().IsMatch(TextFolding.Fold(last)) && WordLexicon.DegreeScore(last) < parts.Count)
            {
                draft = draft with { Score = degrees[0] with { Text = last } };
                degrees = [degrees[0] with { Text = string.Join(", ", parts.SkipLast(1)) }];
            }

            var cut = DegreeEnd().Match(degrees[0].Text);
            var score = ScoreInBrackets().Match(degrees[0].Text);
            if (score.Success && draft.Score is null)
            {
                draft = draft with { Score = degrees[0] with { Text = score.Groups["score"].Value } };
                degrees = [degrees[0] with { Text = degrees[0].Text.Remove(score.Index, score.Length).Trim() }];
                cut = DegreeEnd().Match(degrees[0].Text);
            }

            if (!cut.Success) cut = AfterAbbreviation().Match(degrees[0].Text);
            return cut.Success
                ? draft with { StudyType = degrees[0] with { Text = degrees[0].Text[..cut.Index].Trim() }, Area = degrees[0] with { Text = degrees[0].Text[(cut.Index + cut.Length)..].Trim() } }
                : draft with { StudyType = degrees[0] };
        }

        var type = WordLexicon.DegreeScore(degrees[0].Text) >= WordLexicon.DegreeScore(degrees[1].Text) ? 0 : 1;
        return draft with { StudyType = degrees[type], Area = degrees[1 - type] };
    }

    private static (IReadOnlyList<EntryLine> Body, Found? Score) TakeScore(IReadOnlyList<EntryLine> body)
    {
        var grade = body.Take(3).FirstOrDefault(line => IsScore(line.Line.Text));
        if (grade is null) return (body, null);
        var text = Label().Replace(grade.Line.Text, "").Trim();
        return ([.. body.Where(line => !ReferenceEquals(line, grade))], new Found(text.Length == 0 ? grade.Line.Text : text, grade.Line.First, 0.85));
    }

    private static bool IsScore(string text) => text.Length <= 45 && (ScoreWords().IsMatch(TextFolding.Fold(text)) || PlainScore().IsMatch(text.Trim()));

    [GeneratedRegex(@"\s*(?:,|:|\s+(?:in|en|em|im|der|des|di|w|–|—)\s)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex DegreeEnd();

    [GeneratedRegex(@"(?<=^(?:B\.? ?Sc\.?|M\.? ?Sc\.?|B\.? ?A\.?|M\.? ?A\.?|B\.? ?Eng\.?|M\.? ?Eng\.?|B\.? ?Tech\.?|M\.? ?Tech\.?|LL\.?B\.?|LL\.?M\.?|MBA|Ph\.? ?D\.?)(?: \(?Hons\.?\)?)?)\s+(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex AfterAbbreviation();

    [GeneratedRegex(@"\s*\((?<score>[^()]*\d[^()]*)\)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex ScoreInBrackets();

    [GeneratedRegex(@"^(?:(?:final )?grade|gpa|score|note|abschlussnote|gesamtnote|\w*note|nota(?: media)?|media|cijfer|voto|ocena|mention|result)\s*[:=]\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"\b(?:c?gpa|grade|\w*note|honou?rs|distinction|merit|first class|second class|third class|upper|2:[12]|1st|cum laude|summa|magna|mention|nota|media|sobresaliente|notable|matricula|cijfer|gemiddeld|voto|\d+/\d+|lode|ocena|bestanden|mit auszeichnung|prad[ie]kat|average|percentage|%|atar|ib \d\d)(?!\w)|%", RegexOptions.CultureInvariant)]
    private static partial Regex ScoreWords();

    [GeneratedRegex(@"^[A-F][A-F+* ]{0,8}$|^\d{1,3}(?:[.,]\d{1,2})?\s*(?:%|/\s*\d{1,3}(?:[.,]\d+)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainScore();
}
