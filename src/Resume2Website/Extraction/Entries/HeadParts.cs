using Resume2Website.Documents;
using Resume2Website.Extraction.Learned;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Entries;

/// <summary>The things that the head of an entry names, in the order they are printed, before it is known which is which.</summary>
/// <param name="First">The first thing.</param>
/// <param name="Second">The second; null when there is only one.</param>
/// <param name="Place">The place, where one stands at the end of either.</param>
/// <param name="More">What else is named.</param>
internal sealed record HeadParts((string Text, SourceLine Source) First, (string Text, SourceLine Source)? Second, (string Text, SourceLine Source)? Place, IReadOnlyList<(string Text, SourceLine Source)> More)
{
    /// <summary>Reads the head of an entry; null when it names nothing.</summary>
    public static HeadParts? Read(IReadOnlyList<EntryLine> head, bool hasPlace, EntryLine? placeLine = null)
    {
        var parts = head.Where(line => !ReferenceEquals(line, placeLine)).SelectMany(line => line.Rest).SelectMany(segment => HeadText.Parts(segment.Text).Select(text => (Text: text, segment.Source))).ToList();
        if (parts.Count == 0) return null;
        (string, SourceLine)? place = placeLine is null ? null : (placeLine.Text, placeLine.Line.First);
        if (place is null && parts.Count > 2 && hasPlace && PlaceAmong(parts) is var index and > 0)
        {
            place = parts[index];
            parts.RemoveAt(index);
        }

        if (parts.Count == 1) parts = [.. SplitAtHyphen(parts[0].Text).Select(text => (text, parts[0].Source))];
        if (parts.Count == 1) return SplitAtCommas(parts[0], hasPlace) is var split && place is null ? split : split with { Place = place };
        for (var i = 1; i >= 0 && hasPlace && place is null; i--)
        {
            var (main, tail) = WithoutPlace(parts[i].Text);
            if (tail is null) continue;
            place = (tail, parts[i].Source);
            parts[i] = (main, parts[i].Source);
        }

        return new HeadParts(parts[0], parts[1], place, parts.Skip(2).ToList());
    }

    // Of the parts that have the shape of a place, the one that is likeliest to be one; the later of two alike.
    private static int PlaceAmong(List<(string Text, SourceLine Source)> parts) => Enumerable.Range(1, parts.Count - 1)
        .Where(i => IsPlace(parts[i].Text)).OrderByDescending(i => PartLikelihood.Place(parts[i].Text)).ThenByDescending(i => i).FirstOrDefault(-1);

    private static IReadOnlyList<string> SplitAtHyphen(string text)
    {
        var parts = HeadText.HyphenParts(text);
        if (parts.Count != 2) return [text];
        var (a, b) = (Kind(parts[0]), Kind(parts[1]));
        return a * b < 0 ? parts : [text];
    }

    // Commas part title, organisation and place, but stand within titles and places too: the likeliest cut wins.
    private static HeadParts SplitAtCommas((string Text, SourceLine Source) part, bool hasPlace)
    {
        var commas = HeadText.CommaParts(part.Text);
        if (commas.Count is 1 or > 8) return new HeadParts(part, null, null, []);
        var best = (Score: double.NegativeInfinity, Cut: 1, End: commas.Count);
        for (var cut = 1; cut < commas.Count; cut++)
        {
            for (var end = hasPlace ? cut + 1 : commas.Count; end <= commas.Count; end++)
            {
                var score = Score(commas, cut, end, hasPlace);
                if (score > best.Score) best = (score, cut, end);
            }
        }

        string Join(int from, int to) => string.Join(", ", commas.Skip(from).Take(to - from));
        (string, SourceLine)? place = best.End < commas.Count ? (Join(best.End, commas.Count), part.Source) : null;
        return new HeadParts((Join(0, best.Cut), part.Source), (Join(best.Cut, best.End), part.Source), place, []);
    }

    private static double Score(IReadOnlyList<string> commas, int cut, int end, bool hasPlace)
    {
        var first = string.Join(' ', commas.Take(cut));
        var second = string.Join(' ', commas.Skip(cut).Take(end - cut));
        // A degree names its subjects after commas, a school rarely has any; titles and employers are alike in this.
        var (more, less) = hasPlace ? (0.6, 0.5) : Kind(first) >= Kind(second) ? (0.3, 0.9) : (0.9, 0.3);
        var score = Math.Abs(Kind(first) - Kind(second)) - (more * (cut - 1)) - (less * (end - cut - 1));
        for (var i = end; i < commas.Count; i++)
        {
            score += PostalParser.LooksLikePlace(commas[i]) ? 0.6 : -2;
        }

        return score;
    }

    // Positive for a role or degree, negative for an organisation, near zero when the words do not say.
    private static double Kind(string text) => Math.Max(PartLikelihood.Lean(text, PartKind.Title), PartLikelihood.Lean(text, PartKind.Degree)) / 2;

    private static (string Main, string? Place) WithoutPlace(string text)
    {
        var commas = HeadText.CommaParts(text);
        for (var keep = 1; keep < commas.Count; keep++)
        {
            if (!commas.Skip(keep).All(PostalParser.LooksLikePlace) || commas.Count - keep > 3) continue;
            return (string.Join(", ", commas.Take(keep)), string.Join(", ", commas.Skip(keep)));
        }

        return (text, null);
    }

    /// <summary>Whether a text is nothing but a place.</summary>
    public static bool IsPlace(string text) => HeadText.CommaParts(text).All(PostalParser.LooksLikePlace);
}
