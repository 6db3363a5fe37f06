using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Resume2Website.Corpus.Layouts;
using Resume2Website.Corpus.Pieces;

namespace Resume2Website.Corpus.Printing;

/// <summary>Prints Word documents: styles, tabs, tables, lists, a text box or a page header by layout.</summary>
internal static partial class DocxPrinter
{
    /// <summary>Prints a sheet.</summary>
    public static Printed Print(Sheet sheet)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = DocxStyles.Of(sheet.Layout);
            main.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = DocxStyles.Bullets(sheet.Layout.Bullet ?? "•");
            var setter = new DocxRows(sheet.Layout);
            var section = new SectionProperties();
            var body = new Body();
            if (HasPageHeader(sheet))
            {
                main.AddNewPart<HeaderPart>("header").Header = new Header(setter.Set(sheet.Head));
                section.AppendChild(new HeaderReference { Type = HeaderFooterValues.Default, Id = "header" });
                body.Append(setter.Set(Columns(sheet)));
            }
            else
            {
                body.Append(setter.Set(sheet.Head));
                body.Append(sheet.Side.Count == 0 ? setter.Set(sheet.Main) : setter.Columns(sheet));
            }

            if (sheet.Footer is { } footer)
            {
                main.AddNewPart<FooterPart>("footer").Footer = new Footer(setter.Set([new Line(LineKind.Text, footer(1, 1))]));
                section.AppendChild(new FooterReference { Type = HeaderFooterValues.Default, Id = "footer" });
            }

            section.Append(new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1000, Bottom = 1000, Left = 1000, Right = 1000, Header = 500, Footer = 500 });
            body.Append(section);
            main.Document = new Document(body);
        }

        var pieces = SheetWalk.Pieces(sheet).ToList();
        if (sheet.Footer is { } foot) pieces.Add(foot(1, 1));
        return new Printed(Settled(stream.ToArray()), pieces, 1);
    }

    // Word users like to put their name and address into the page header.
    private static bool HasPageHeader(Sheet sheet) => sheet.Side.Count == 0 && sheet.Layout.IsCentred;

    private static IEnumerable<Row> Columns(Sheet sheet) => sheet.Side.Concat(sheet.Main);

    // The package writes the time and random names of relations: both would differ from run to run.
    private static byte[] Settled(byte[] package)
    {
        using var output = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read))
        using (var target = new ZipArchive(output, ZipArchiveMode.Create))
        {
            foreach (var entry in source.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
                var text = reader.ReadToEnd();
                if (entry.FullName == "_rels/.rels") text = RelationId().Replace(text, "Id=\"main\"");
                var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var writer = copy.Open();
                writer.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return output.ToArray();
    }

    [GeneratedRegex("Id=\"R[0-9a-f]+\"")]
    private static partial Regex RelationId();
}
