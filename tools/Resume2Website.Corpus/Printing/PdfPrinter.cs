using Resume2Website.Corpus.Layouts;
using Resume2Website.Corpus.Pieces;
using SkiaSharp;

namespace Resume2Website.Corpus.Printing;

/// <summary>Prints PDF with real text.</summary>
internal static class PdfPrinter
{
    /// <summary>Prints a sheet.</summary>
    public static Printed Print(Sheet sheet)
    {
        var flow = Flow(sheet);
        using var stream = new MemoryStream();
        // No dates: they would differ from run to run.
        using (var document = SKDocument.CreatePdf(stream, new SKDocumentPdfMetadata { Title = "CV", Creation = null, Modified = null, RasterDpi = 144, EncodingQuality = 90 }))
        {
            foreach (var page in flow.Pages)
            {
                var canvas = document.BeginPage(PageFlow.PageWidth, PageFlow.PageHeight);
                foreach (var (_, draw) in page) draw(canvas);
                document.EndPage();
            }

            document.Close();
        }

        var pieces = flow.Pages.SelectMany(page => page).Select(drawn => drawn.Piece).OfType<Piece>().Distinct<Piece>(ReferenceEqualityComparer.Instance);
        return new Printed(stream.ToArray(), [.. pieces], flow.Pages.Count);
    }

    private static SKColor Ground(Layout layout) => new(0xFF000000 | layout.SideGround);

    private static PageFlow Flow(Sheet sheet)
    {
        var (layout, flow) = (sheet.Layout, new PageFlow(sheet.Layout));
        const float left = PageFlow.Margin;
        const float whole = PageFlow.PageWidth - (2 * PageFlow.Margin);
        var at = flow.Set(sheet.Head, left, whole, new Place(0, PageFlow.Margin));
        at = at with { Y = at.Y + 4 };
        if (sheet.Side.Count == 0) flow.Set(sheet.Main, left, whole, at);
        else if (layout.Frame == Frame.SideRight)
        {
            flow.Set(sheet.Main, left, whole * 0.64f, at);
            flow.Set(sheet.Side, left + (whole * 0.7f), whole * 0.3f, at);
        }
        else
        {
            var side = layout.Frame == Frame.Equal ? whole * 0.48f : whole * 0.28f;
            flow.Set(sheet.Side, left, side, at);
            flow.Set(sheet.Main, left + side + 20, whole - side - 20, at);
            if (layout.Form == Form.Network) for (var page = 0; page < flow.Pages.Count; page++) flow.Fill(page, new SKRect(0, 0, left + side + 6, PageFlow.PageHeight), Ground(layout));
            else if (layout.Frame == Frame.SideLeft) flow.Fill(0, new SKRect(left - 12, at.Y, left + side + 6, PageFlow.PageHeight - 30), Ground(layout));
        }

        if (sheet.Footer is { } footer)
        {
            for (var page = 0; page < flow.Pages.Count; page++) flow.SetFooter(page, footer(page + 1, flow.Pages.Count));
        }

        return flow;
    }
}
