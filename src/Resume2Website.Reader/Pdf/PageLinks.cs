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
}
