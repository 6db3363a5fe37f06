using System.Text.RegularExpressions;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Lexicon;

namespace Resume2Website.Extraction.Entries;

/// <summary>Takes the courses out of an entry of education: what stands behind or below a label such as "Relevant coursework".</summary>
internal static partial class CourseReader
{
    private const int LongestCourse = 90;
    private const int LongestOfList = 45;
    private const int MostWords = 9;
    private const double Listed = 0.95;
    private const double InALine = 0.93;

    /// <summary>The entry without the lines that list its courses, and the courses; the entry as it was when nothing announces any.</summary>
    public static (EntryBlock Block, IReadOnlyList<Found> Courses) Take(EntryBlock block)
    {
        EntryLine[] lines = [.. block.Head, .. block.Body];
        var taken = new HashSet<EntryLine>(ReferenceEqualityComparer.Instance);
        var courses = new List<Found>();
        // The first line names the entry, whatever it says.
        for (var i = 1; i < lines.Length; i++)
        {
            if (taken.Contains(lines[i]) || Below(lines, i) is not { Count: > 0 } found) continue;
            courses.AddRange(found.SelectMany(line => line.Courses));
            taken.UnionWith(found.Select(line => line.Line));
            taken.Add(lines[i]);
        }

        return courses.Count == 0 ? (block, courses) : (block with { Head = [.. block.Head.Where(line => !taken.Contains(line))], Body = [.. block.Body.Where(line => !taken.Contains(line))] }, courses);
    }

    /// <summary>The courses of a section of its own: one an entry, or lists of them in lines.</summary>
    public static IReadOnlyList<EntryDraft> Section(IReadOnlyList<LayoutLine> section)
    {
        var lines = section.Select(EntryLine.Read).ToList();
        var lists = lines.ConvertAll(line => line.Date is null ? Split(Text(line), line, InALine) : null);
        // "Title, Provider" is one course; three and more things of a few words each are as many.
        return lists.TrueForAll(list => list is { Count: > 2 } && list.TrueForAll(course => course.Text.Length <= LongestOfList))
            ? [.. lists.SelectMany(list => list!).Select(course => new EntryDraft { Title = course })]
            : EntryReader.Listed(section);
    }

    // The lines that the label at this place announces, and what each lists; null where there is no label, or what follows it is no list.
    private static List<(EntryLine Line, List<Found> Courses)>? Below(EntryLine[] lines, int label)
    {
        var text = Text(lines[label]);
        var length = CourseLabels.LengthAtStart(text);
        if (length == 0 && !CourseLabels.IsLabel(text)) return null;
        var rest = length == 0 ? "" : text[length..].Trim();
        var found = new List<(EntryLine, List<Found>)>();
        if (rest.Length > 0)
        {
            if (Split(rest, lines[label], InALine) is not { } behind) return null;
            found.Add((lines[label], behind));
        }

        var next = label + 1;
        if (rest.Length == 0 && next < lines.Length && lines[next].Line.IsBullet)
        {
            for (; next < lines.Length && IsItemBelow(lines[label], lines[next]) && Split(Text(lines[next]), lines[next], Listed) is { } item; next++) found.Add((lines[next], item));
            return found;
        }

        // A list that goes on in the next line ends with a comma; one that only the label announced is the next line.
        for (var before = rest; next < lines.Length && before is "" or [.., ',' or ';']; next++)
        {
            before = Text(lines[next]);
            if (length == 0 || lines[next].Line.IsBullet || CourseLabels.LengthAtStart(before) > 0 || Split(before, lines[next], InALine) is not { } more) break;
            found.Add((lines[next], more));
        }

        return found;
    }

    // Of a label that is a list item itself, only the items within are courses.
    private static bool IsItemBelow(EntryLine label, EntryLine item) =>
        item.Line.IsBullet && (!label.Line.IsBullet || item.Line.First.Level > label.Line.First.Level || item.Line.Box?.X > label.Line.Box?.X + 2);

    private static List<Found>? Split(string text, EntryLine line, double confidence)
    {
        var parts = (text.Contains(';', StringComparison.Ordinal) ? Semicolons() : Separators()).Split(text).Select(part => part.Trim(' ', '.', ',', ';')).Where(part => part.Length > 0).ToList();
        return parts.Count == 0 || parts.Exists(part => part.Length > LongestCourse || part.Count(sign => sign == ' ') >= MostWords) ? null : [.. parts.Select(part => new Found(part, line.Line.First, confidence))];
    }

    private static string Text(EntryLine line) => line.Line.Text.Replace('\t', ' ').Trim();

    [GeneratedRegex(@"[|•·▪]|,(?![^(]*\))(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@";(?![^(]*\))", RegexOptions.CultureInvariant)]
    private static partial Regex Semicolons();
}
