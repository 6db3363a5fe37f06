using System.Globalization;
using Resume2Website.Documents;
using Resume2Website.Reader.Images;
using Resume2Website.Reader.Ocr;
using UglyToad.PdfPig.Writer;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Pdf;

/// <summary>Draws pages of a PDF as pictures, by a program of its own (poppler's), for pages whose text has to be recognized.</summary>
internal sealed class DrawnPages(OcrTools tools, ReadOnlyMemory<byte> content, string? password)
{
    /// <summary>A drawn page has one byte a pixel; its sides are bounded, whatever its paper is.</summary>
    private const int OutputLimit = (PageSize.DrawnLongSide * PageSize.DrawnLongSide) + 1024;

    /// <summary>The picture of a page.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <exception cref="DocumentException">It cannot be drawn, or not here.</exception>
    public GrayPicture Draw(int number)
    {
        // The program would take the password on its command line, which everybody on the machine can read: it gets the page unlocked instead.
        var (file, page) = password is null ? (content, number.ToString(CultureInfo.InvariantCulture)) : (Unlocked(number), "1");
        var side = PageSize.DrawnLongSide.ToString(CultureInfo.InvariantCulture);
        var drawn = tools.Pdftoppm.Run(["-q", "-gray", "-f", page, "-l", page, "-scale-to", side, "-"], file, OutputLimit);
        return PortableGraymap.Parse(drawn) ?? throw new DocumentException("recognition_failed");
    }

    private byte[] Unlocked(int number)
    {
        using var document = PdfOpening.Open(new DocumentSource(content, Format.Pdf, password), new InflationBudget(content.Length));
        using var builder = new PdfDocumentBuilder();
        builder.AddPage(document, number);
        return builder.Build();
    }
}
