using System.Globalization;
using System.Text;
using Resume2Website.Documents;

namespace Resume2Website.Reader.Images;

/// <summary>
/// Wraps a page of a TIFF into a PDF without unpacking it: both know the same ways of packing, so that the program that draws PDFs, which is limited as
/// every program here, does the unpacking.
/// </summary>
internal static class TiffAsPdf
{
    /// <summary>The PDF of a page, one picture a strip or tile, one point a pixel.</summary>
    /// <exception cref="DocumentException">The page is stored in a way that PDF does not know: <c>picture_unsupported</c>.</exception>
    public static byte[] Wrap(TiffPage page)
    {
        if (page.IsPlanar && page.Samples > 1) throw new DocumentException("picture_unsupported");
        var (columns, drawing) = ((page.Width + page.PieceWidth - 1) / page.PieceWidth, new StringBuilder());
        var names = new StringBuilder();
        using var file = new MemoryStream();
        var offsets = new List<long>();
        Write("%PDF-1.7\n");
        Object(1, "<< /Type /Catalog /Pages 2 0 R >>");
        Object(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        foreach (var (index, piece) in page.Pieces.Index())
        {
            var (x, y) = (index % columns * page.PieceWidth, index / columns * page.PieceHeight);
            if (y >= page.Height) break;
            var height = page.PieceWidth < page.Width ? page.PieceHeight : Math.Min(page.PieceHeight, page.Height - y);
            drawing.Append(CultureInfo.InvariantCulture, $"q {page.PieceWidth} 0 0 {height} {x} {page.Height - y - height} cm /P{index} Do Q\n");
            names.Append(CultureInfo.InvariantCulture, $"/P{index} {index + 5} 0 R ");
        }

        Object(3, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.Width} {page.Height}] /Contents 4 0 R /Resources << /XObject << {names}>> >> >>");
        Stream(4, "", Encoding.ASCII.GetBytes(drawing.ToString()));
        foreach (var (index, piece) in page.Pieces.Index())
        {
            var top = index / columns * page.PieceHeight;
            var height = page.PieceWidth < page.Width ? page.PieceHeight : Math.Min(page.PieceHeight, Math.Max(1, page.Height - top));
            Stream(index + 5, $"/Type /XObject /Subtype /Image /Width {page.PieceWidth} /Height {height} {Packing(page, height)}", Data(page, piece));
        }

        var start = file.Position;
        Write($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) Write($"{offset:D10} 00000 n \n");
        Write($"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();

        void Object(int number, string body)
        {
            offsets.Add(file.Position);
            Write($"{number} 0 obj\n{body}\nendobj\n");
        }

        void Stream(int number, string entries, ReadOnlySpan<byte> data)
        {
            offsets.Add(file.Position);
            Write($"{number} 0 obj\n<< {entries} /Length {data.Length} >>\nstream\n");
            file.Write(data);
            Write("\nendstream\nendobj\n");
        }

        void Write(string text) => file.Write(Encoding.ASCII.GetBytes(text));
    }

    private static string Packing(TiffPage page, int height)
    {
        var parameters = page.Predictor == 2 ? $"/DecodeParms << /Predictor 2 /Colors {page.Samples} /BitsPerComponent {page.BitsPerSample} /Columns {page.PieceWidth} >>" : "";
        return page.Compression switch
        {
            1 => Colors(page),
            2 or 3 or 4 => $"{Colors(page, isFax: true)} /Filter /CCITTFaxDecode /DecodeParms << /K {FaxKind(page)} /Columns {page.PieceWidth} /Rows {height} /EncodedByteAlign {(page.Compression == 2 ? "true" : "false")} /EndOfBlock false >>",
            5 => $"{Colors(page)} /Filter /LZWDecode {parameters}",
            7 => $"/ColorSpace {(page.Samples == 1 ? "/DeviceGray" : "/DeviceRGB")} /BitsPerComponent 8 /Filter /DCTDecode /DecodeParms << /ColorTransform {(page.Photometric == 6 ? 1 : 0)} >>",
            8 or 32946 => $"{Colors(page)} /Filter /FlateDecode {parameters}",
            32773 => $"{Colors(page)} /Filter /RunLengthDecode",
            _ => throw new DocumentException("picture_unsupported"),
        };
    }

    private static int FaxKind(TiffPage page) => page.Compression == 4 ? -1 : page.Compression == 3 && (page.FaxOptions & 1) != 0 ? 1 : 0;

    /// <summary>PDF's fax pictures are white where the bit is 1; TIFF says by its photometric value which of both is meant, and usually means the opposite.</summary>
    private static string Colors(TiffPage page, bool isFax = false)
    {
        var depth = $"/BitsPerComponent {page.BitsPerSample}";
        return (page.Photometric, page.Samples) switch
        {
            (0, 1) => $"/ColorSpace /DeviceGray {depth} {(isFax ? "" : "/Decode [1 0]")}",
            (1, 1) => $"/ColorSpace /DeviceGray {depth} {(isFax ? "/Decode [1 0]" : "")}",
            (2, 3) => $"/ColorSpace /DeviceRGB {depth}",
            (3, 1) when page.Palette.Count == 3 << page.BitsPerSample => $"/ColorSpace [/Indexed /DeviceRGB {(1 << page.BitsPerSample) - 1} <{Palette(page)}>] {depth}",
            _ => throw new DocumentException("picture_unsupported"),
        };
    }

    private static string Palette(TiffPage page)
    {
        var count = page.Palette.Count / 3;
        return string.Concat(Enumerable.Range(0, count).Select(index => $"{page.Palette[index] >> 8:X2}{page.Palette[count + index] >> 8:X2}{page.Palette[(2 * count) + index] >> 8:X2}"));
    }

    private static ReadOnlySpan<byte> Data(TiffPage page, ReadOnlyMemory<byte> piece)
    {
        // A JPEG piece is a whole JPEG but for the tables, which all pieces share (TIFF technical note 2).
        if (page.Compression == 7 && page.JpegTables.Length > 4 && piece.Length > 2) return (byte[])[.. page.JpegTables[..^2], .. piece.Span[2..]];
        return page.IsReversed ? (byte[])[.. piece.ToArray().Select(Reversed)] : piece.Span;
    }

    private static byte Reversed(byte value)
    {
        var reversed = 0;
        for (var bit = 0; bit < 8; bit++) reversed = (reversed << 1) | ((value >> bit) & 1);
        return (byte)reversed;
    }
}
