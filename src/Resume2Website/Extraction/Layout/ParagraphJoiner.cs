using System.Text.RegularExpressions;
using Resume2Website.Documents;
using Resume2Website.Extraction.Lexicon;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Layout;

/// <summary>Joins lines that were wrapped: paragraphs, list items, and addresses broken in a narrow column.</summary>
internal sealed partial class ParagraphJoiner
{
    private const int NarrowestWrap = 45;
    private const int WidestWrap = 110;
    private const int ShortLine = 40;
    private const int LongestParagraph = 60;
    private readonly int wrapWidth;

    public ParagraphJoiner(SourceDocument document, IReadOnlyList<LayoutLine> lines)
    {
        var longest = lines.Count == 0 ? 0 : lines.Max(line => line.Text.Length);
        wrapWidth = document.Format is DocumentFormat.Text or DocumentFormat.Markdown && longest is >= NarrowestWrap and <= WidestWrap ? longest : 0;
    }

    /// <summary>The lines with wrapped ones joined.</summary>
    public IReadOnlyList<LayoutLine> Join(IReadOnlyList<LayoutLine> lines)
    {
        var joined = new List<LayoutLine>();
        LayoutLine? last = null;
        foreach (var line in lines)
        {
            if (last is null || !CanFollow(last, line)) joined.Add(line);
            else if (IsBrokenAddress(last, line)) joined[^1] = Append(joined[^1], line, joined[^1].Segments[^1].Text + line.Text);
            else if (Continues(joined[^1], last, line)) joined[^1] = Append(joined[^1], line, Glue(joined[^1].Segments[^1].Text, line.Text));
            else joined.Add(line);
            last = line;
        }

        return joined;
    }

    private static bool CanFollow(LayoutLine last, LayoutLine next) =>
        last.Region == next.Region && (!next.IsBullet || next.IsIndented) && next.Segments.Count == 1 && !next.IsDecorated && !last.IsDecorated;

    private bool Continues(LayoutLine whole, LayoutLine last, LayoutLine next)
    {
        if (NewItem().IsMatch(next.Text) || whole.Sources.Count > LongestParagraph) return false;
        if (last.Segments.Count > 1 || next.First.Role == SourceLineRole.Heading || last.First.Role == SourceLineRole.Heading) return false;
        if (HeadingLexicon.Match(next.Text) is { IsExact: true }) return false;
        if (!IsCut(last.Text) && (EndsWithDate(last.Text) || !LooksAlike(last, next))) return false;
        return last.Box is not null ? ContinuesOnPage(whole, last, next) : ContinuesInText(last, next);
    }

    private static bool ContinuesOnPage(LayoutLine whole, LayoutLine last, LayoutLine next)
    {
        if (last.Box is not { } a || next.Box is not { } b || last.Page != next.Page || next.GapBefore > 0.9) return false;
        var (left, right) = next.RegionEdges;
        var letter = a.Width / Math.Max(1, last.Text.Length);
        var firstWord = (next.Text.Split(' ')[0].Length + 1) * letter;
        var centered = Math.Abs((a.X + a.Right) - (b.X + b.Right)) < 6 && a.X > left + 8;
        if (centered) return a.Width + firstWord > (right - left) * 0.97 && whole.Text.Length > 30;
        var isFull = a.Right + firstWord > right - letter;
        if (next.IsIndented && (!whole.IsBullet || whole.IsIndented)) return isFull && (Math.Abs(a.X - b.X) < 4 || NewItem().IsMatch(whole.Text)) && IsRest(last.Text, next.Text);
        if (whole.IsBullet) return isFull && b.X >= (whole.Box?.X ?? a.X) - 2 && b.X <= a.X + 30;
        // The longest item of a list of short lines fills its column too.
        if (last.Text.Length < ShortLine && ReferenceEquals(whole, last) && !char.IsLower(next.Text[0]) && !IsCut(last.Text)) return false;
        return isFull && Math.Abs(a.X - b.X) < 4;
    }

    private bool ContinuesInText(LayoutLine last, LayoutLine next) =>
        wrapWidth > 0 && next.GapBefore == 0
        && last.Text.Length + 1 + next.Text.Split(' ')[0].Length + (last.IsBullet ? 2 : 0) > wrapWidth - 2
        && !last.Text.EndsWith(':');

    private static bool LooksAlike(LayoutLine a, LayoutLine b) =>
        a.First.Bold == b.First.Bold && a.First.Italic == b.First.Italic && (a.First.Color ?? -1) == (b.First.Color ?? -1)
        && Math.Abs((a.First.FontSize ?? 0) - (b.First.FontSize ?? 0)) < 0.6;

    private static bool EndsWithDate(string text) =>
        DateParser.Find(text) is [.., var last] && text[last.End..].Trim().Trim(')', '.', ']').Length == 0;

    // A narrow column breaks an address anywhere; what follows is then a single word and no address of its own.
    private static bool IsBrokenAddress(LayoutLine last, LayoutLine next)
    {
        if (next.Text.Contains(' ', StringComparison.Ordinal) || next.Text.Length > 40 || !LooksAlike(last, next)) return false;
        if (IsBrokenMail(last, next)) return true;
        if (next.Text.Contains('@', StringComparison.Ordinal)) return false;
        var tail = last.Segments[^1].Text.Split(' ')[^1];
        if (tail.IndexOfAny(['@', '/']) < 0 && !tail.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return false;
        if (!AddressRest().IsMatch(next.Text) || WebAddressParser.Find(next.Text).Count > 0) return false;
        if (last.Links.Any(link => next.Links.Any(other => other.Target == link.Target))) return true;
        if (last.Box is not { } a || next.Box is null) return tail.EndsWith('-') || tail.EndsWith('/') || tail.EndsWith('@') || tail.EndsWith('.');
        var letter = a.Width / Math.Max(1, last.Text.Length);
        return next.GapBefore < 0.9 && (a.Right + (4 * letter) > next.RegionEdges.Right || tail[^1] is '-' or '/' or '@' or '.');
    }

    // A mail address that fills its column to the edge goes on below: both together are one address.
    private static bool IsBrokenMail(LayoutLine last, LayoutLine next)
    {
        var tail = last.Segments[^1].Text.Split(' ')[^1];
        if (tail.Length < 8 || next.GapBefore > 0.9 || last.Box is not { } a || EmailParser.Find(tail + next.Text) is not { } address || address.Length < tail.Length + next.Text.Length) return false;
        var letter = a.Width / Math.Max(1, last.Text.Length);
        return a.Right + (2 * letter) > next.RegionEdges.Right || next.Text[0] is '.' or '_' or '-' or '@';
    }

    // Where bullets are drawn and not written, only the words tell the rest of an item from the next one.
    private static bool IsRest(string last, string next) =>
        char.IsLower(next[0]) || (next.Count(c => c == ' ') < 2 && last.Length >= ShortLine) || IsCut(last);

    private static bool IsCut(string text) => Dangling().IsMatch(text) || text.Count(c => c == '(') > text.Count(c => c == ')');

    private static LayoutLine Append(LayoutLine whole, LayoutLine next, string text) => whole with
    {
        Segments = [.. whole.Segments.SkipLast(1), whole.Segments[^1] with { Text = text, Links = [.. whole.Segments[^1].Links, .. next.Segments[0].Links] }],
        Sources = [.. whole.Sources, .. next.Sources],
    };

    private static string Glue(string text, string next)
    {
        if (text.EndsWith('\u00AD')) return text[..^1] + next;
        if (!text.EndsWith('-') || text.Length < 2 || !char.IsLetter(text[^2])) return $"{text} {next}";
        // "Team-" and "leitung" are one word; "Kinder-" and "und" are two; "Lead-" and "Auditor" keep the hyphen.
        if (Conjunction().IsMatch(next)) return $"{text} {next}";
        return char.IsLower(next[0]) ? text[..^1] + next : text + next;
    }

    [GeneratedRegex(@"^[\p{L}\d._~%?=&#/@+-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex AddressRest();

    [GeneratedRegex(@"^(?:\[?\d{1,3}[.)\]]\s+\S|[^:.]{2,30}:\s)", RegexOptions.CultureInvariant)]
    private static partial Regex NewItem();

    [GeneratedRegex(@"(?:[,;&/+–-]|\b(?:and|or|of|for|with|in|on|at|to|by|the|a|an|from|und|oder|der|die|das|den|dem|des|von|mit|für|im|in|zur|zum|bei|et|ou|de|du|des|la|le|les|à|au|aux|pour|avec|en|sur|y|el|los|las|con|para|por|del|e|do|da|dos|das|com|em|van|het|een|voor|met|bij|di|della|il|per|i|w|z|na|do))$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Dangling();

    [GeneratedRegex(@"^(?:und|oder|bzw|en|of|and|or|et|ou|y|e|i)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Conjunction();
}
