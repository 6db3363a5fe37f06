using System.Globalization;
using System.Text;

namespace Resume2Website.Reader.Tests.Pdf;

/// <summary>Writes PDFs object by object, for everything that honest writers do not write.</summary>
internal sealed class RawPdf
{
    private readonly List<byte[]> objects = [];

    /// <summary>A document of one page; object 1 is the catalog, 2 the pages, 3 the page, 4 its content, 5 and 6 the fonts.</summary>
    /// <param name="content">The page's content stream.</param>
    /// <param name="catalog">More entries of the catalog.</param>
    /// <param name="page">More entries of the page.</param>
    /// <param name="resources">More entries of the page's resources.</param>
    /// <param name="fonts">More entries of its fonts; the first object to be added is number 7.</param>
    public RawPdf(string content, string catalog = "", string page = "", string resources = "", string fonts = "")
    {
        Add($"<< /Type /Catalog /Pages 2 0 R {catalog} >>");
        Add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R {fonts} >> {resources} >> {page} >>");
        AddStream("", Encoding.Latin1.GetBytes(content));
        Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        Add("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>");
    }

    /// <summary>A text at a place, in points from the bottom left.</summary>
    public static string Text(double x, double y, string text, double size = 11, string more = "") =>
        string.Create(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf {more} 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n");

    /// <summary>Adds an object; returns its number.</summary>
    public int Add(string body)
    {
        objects.Add(Encoding.Latin1.GetBytes(body));
        return objects.Count;
    }

    /// <summary>Adds a stream; returns its number.</summary>
    public int AddStream(string entries, byte[] data)
    {
        objects.Add([.. Encoding.Latin1.GetBytes($"<< {entries} /Length {data.Length} >>\nstream\n"), .. data, .. "\nendstream"u8]);
        return objects.Count;
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes(string trailer = "")
    {
        using var file = new MemoryStream();
        var offsets = new List<long>();
        Write("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Position);
            Write($"{i + 1} 0 obj\n");
            file.Write(objects[i]);
            Write("\nendobj\n");
        }

        var start = file.Position;
        Write($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) Write($"{offset:D10} 00000 n \n");
        Write($"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();

        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
    }
}
