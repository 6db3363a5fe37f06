using CsCheck;
using Resume2Website.Documents;
using Resume2Website.Reader.Tests.Pdf;
using Resume2Website.Reader.Tests.Word;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Tests;

public sealed class DocumentOpenerTests
{
    private static readonly Format[] Formats = [Format.Pdf, Format.Docx, Format.Text, Format.Markdown, Format.Png, Format.Unknown];
    private static readonly byte[] Pdf = new RawPdf(RawPdf.Text(72, 700, "Rosa Klee") + RawPdf.Text(72, 650, "Orchardist"), "/Lang (en)").ToBytes();
    private static readonly byte[] Docx = new RawDocx(RawDocx.Paragraph("Rosa Klee") + RawDocx.Paragraph("Orchardist")).ToBytes();

    [Fact]
    public void Open_AnyBytes_GivesAResultOrACode() =>
        Gen.Select(Gen.Int[0, Formats.Length - 1].Select(index => Formats[index]), Gen.Byte.Array[0, 400]).Sample((format, content) => EndsWell(format, content), iter: 2_000);

    [Fact]
    public void Open_CutPdf_GivesAResultOrACode() =>
        Gen.Int[0, Pdf.Length].Sample(length => EndsWell(Format.Pdf, Pdf[..length]), iter: 300);

    [Fact]
    public void Open_CutDocx_GivesAResultOrACode() =>
        Gen.Int[0, Docx.Length].Sample(length => EndsWell(Format.Docx, Docx[..length]), iter: 300);

    [Fact]
    public void Open_ChangedBytes_GivesAResultOrACode() =>
        Gen.Select(Gen.Bool, Gen.Select(Gen.Int[0, 5_000], Gen.Byte).Array[1, 20]).Sample(
            (isPdf, changes) =>
            {
                var content = (byte[])(isPdf ? Pdf : Docx).Clone();
                foreach (var (at, value) in changes) content[at % content.Length] = value;
                return EndsWell(isPdf ? Format.Pdf : Format.Docx, content);
            },
            iter: 1_000);

    [Theory]
    [InlineData(Format.Unknown)]
    public void Open_OtherFormats_AreUnsupported(Format format) =>
        Fixtures.CodeOf(() => Fixtures.Read(format, [1, 2, 3])).Should().Be("file_type_unsupported");

    /// <summary>Any exception but the coded one fails the sample by itself.</summary>
    private static bool EndsWell(Format format, byte[] content) =>
        Code(() => Fixtures.Inspect(format, content)) && Code(() => Fixtures.Read(format, content));

    private static bool Code(Action open)
    {
        try
        {
            open();
            return true;
        }
        catch (DocumentException exception)
        {
            return DocumentErrors.Codes.Contains(exception.Code);
        }
    }
}
