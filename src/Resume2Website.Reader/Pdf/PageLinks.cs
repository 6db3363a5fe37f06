using Resume2Website.Documents;
using UglyToad.PdfPig.Actions;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;

namespace Resume2Website.Reader.Pdf;

/// <summary>Finds the links of a page.</summary>
internal static class PageLinks
{
    /// <summary>The links that lead out of the document.</summary>
    public static IReadOnlyList<PageLink> Of(Page page) =>
        [.. page.GetAnnotations()
            .Where(annotation => annotation.Type == AnnotationType.Link)
            .Select(annotation => (annotation.Rectangle, (annotation.Action as UriAction)?.Uri))
            .Where(link => !string.IsNullOrWhiteSpace(link.Uri))
            .Select(link => new PageLink(link.Rectangle, link.Uri!))];

    /// <summary>A link over an icon has no words: it goes, without a length, to the nearest line at its height.</summary>
    public static IReadOnlyList<SourceLine> PlaceOrphans(List<SourceLine> lines, IReadOnlyList<PageLink> links, Page page)
    {
        var placed = lines.SelectMany(line => line.Links).Select(link => link.Target.Trim()).ToHashSet(StringComparer.Ordinal);
        foreach (var link in links.Where(link => !placed.Contains(link.Target.Trim())))
        {
            var place = link.Place;
            var middle = page.Height - ((place.Bottom + place.Top) / 2);
            var nearest = Enumerable.Range(0, lines.Count)
                .Where(index => lines[index].Box is { } box && box.Y <= middle && box.Bottom >= middle)
                .OrderBy(index => Distance(lines[index].Box!.Value, place.Left, place.Right))
                .Cast<int?>()
                .FirstOrDefault();
            if (nearest is not { } found) continue;
            var line = lines[found];
            var start = place.Left > line.Box!.Value.X ? line.Text.Length : 0;
            lines[found] = line with { Links = [.. line.Links, new SourceLink(start, 0, link.Target.Trim())] };
        }

        return lines;
    }

    private static double Distance(SourceBox box, double left, double right) => Math.Max(0, Math.Max(box.X - right, left - box.Right));
}
