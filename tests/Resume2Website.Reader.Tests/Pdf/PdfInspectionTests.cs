using System.IO.Compression;
using System.Text;
using Resume2Website.Documents;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Tests.Pdf;

public sealed class PdfInspectionTests
{
    private const string Skills = "BT /F1 11 Tf 72 700 Td (JavaScript, /JS, /Launch) Tj ET";

    [Fact]
    public void Inspect_PlainDocument_IsHarmless()
    {
        var report = Inspect(new RawPdf(Skills));

        report.Pages.Should().Be(1);
        report.ActiveContent.Should().BeEmpty();
        report.HasTestVirus.Should().BeFalse();
        report.IsEncrypted.Should().BeFalse();
    }

    [Theory]
    [InlineData("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", "javascript")]
    [InlineData("/OpenAction << /S /Java#53cript /JS (app.alert\\(1\\)) >>", "javascript")]
    [InlineData("/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>", "javascript")]
    [InlineData("/AA << /WC << /S /Launch /F (calc.exe) >> >>", "launch")]
    [InlineData("/AcroForm << /Fields [<< /FT /Tx /T (a) /AA << /K << /S /JavaScript /JS (1) >> >> >>] >>", "javascript")]
    [InlineData("/OpenAction << /S /SubmitForm /F (https://collect.example.org) >>", "form_action")]
    public void Inspect_Actions_AreFound(string catalog, string code) => Inspect(new RawPdf(Skills, catalog)).ActiveContent.Should().Equal(code);

    [Fact]
    public void Inspect_ActionBehindReferences_IsFound()
    {
        var pdf = new RawPdf(Skills, page: "/Annots [7 0 R]");
        pdf.Add("<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A 8 0 R >>");
        pdf.Add("<< /S /URI /URI (https://rosa.example.org) /Next 9 0 R >>");
        pdf.Add("<< /S /Launch /F (run) >>");

        Inspect(pdf).ActiveContent.Should().Equal("launch");
    }

    [Theory]
    [InlineData("tool.exe", "hello", true)]
    [InlineData("notes.txt", "MZ\u0090\0", true)]
    [InlineData("europass.xml", "<?xml version=\"1.0\"?><SkillsPassport/>", false)]
    public void Inspect_Attachment_IsActiveIfItIsAProgram(string name, string content, bool isActive)
    {
        var pdf = new RawPdf(Skills, $"/Names << /EmbeddedFiles << /Names [({name}) 7 0 R] >> >>");
        pdf.Add($"<< /Type /Filespec /F ({name}) /UF ({name}) /EF << /F 8 0 R >> >>");
        pdf.AddStream("/Type /EmbeddedFile", Encoding.Latin1.GetBytes(content));

        Inspect(pdf).ActiveContent.Should().Equal(isActive ? ["embedded_program"] : []);
    }

    [Fact]
    public void Inspect_TestVirusInAStreamThatNothingLeadsTo_IsFound()
    {
        var pdf = new RawPdf(RawPdf.Text(72, 700, "Ada Example"));
        pdf.Add("<< /S /JavaScript /JS (harmless, since nothing runs it) >>");
        pdf.AddStream("/Filter /FlateDecode", Deflate(Encoding.ASCII.GetBytes(Fixtures.Eicar)));

        var report = Inspect(pdf);

        report.HasTestVirus.Should().BeTrue();
        report.ActiveContent.Should().BeEmpty();
    }

    [Fact]
    public void Inspect_TestVirusInAPackedStream_IsFound()
    {
        var pdf = new RawPdf(Skills, "/Extra 7 0 R");
        pdf.AddStream("/Filter /FlateDecode", Deflate(Encoding.ASCII.GetBytes(Fixtures.Eicar)));

        Inspect(pdf).HasTestVirus.Should().BeTrue();
    }

    [Fact]
    public void Inspect_Bomb_IsRefused()
    {
        var pdf = new RawPdf(Skills, "/Extra 7 0 R");
        pdf.AddStream("/Filter /FlateDecode", Deflate(new byte[200 << 20]));

        Fixtures.CodeOf(() => Inspect(pdf)).Should().Be("too_complex");
    }

    [Fact]
    public void Read_BombAsContent_IsRefused()
    {
        var pdf = new RawPdf(Skills, page: "/Contents 7 0 R");
        pdf.AddStream("/Filter [/FlateDecode /FlateDecode]", Deflate(Deflate(new byte[200 << 20])));
        var bytes = pdf.ToBytes();

        Fixtures.CodeOf(() => Fixtures.Inspect(Format.Pdf, bytes)).Should().Be("too_complex");
    }

    [Fact]
    public void Inspect_Cycles_End()
    {
        var pdf = new RawPdf(Skills, "/Extra 7 0 R");
        pdf.Add("<< /Next 8 0 R /Self 7 0 R >>");
        pdf.Add("[7 0 R 8 0 R]");

        Inspect(pdf).ActiveContent.Should().BeEmpty();
    }

    [Fact]
    public void Inspect_NestedArrays_EndInAResultOrACode()
    {
        var pdf = new RawPdf(Skills, "/Extra " + new string('[', 20_000) + new string(']', 20_000));

        Fixtures.CodeOf(() => Inspect(pdf)).Should().BeOneOf("too_complex", "file_damaged");
    }

    [Fact]
    public void Inspect_TooManyPages_IsRefused()
    {
        var builder = new UglyToad.PdfPig.Writer.PdfDocumentBuilder();
        for (var i = 0; i < 51; i++) builder.AddPage(100, 100);

        Fixtures.CodeOf(() => Fixtures.Inspect(Format.Pdf, builder.Build())).Should().Be("too_many_pages");
    }

    private static InspectionReport Inspect(RawPdf pdf) => Fixtures.Inspect(Format.Pdf, pdf.ToBytes());

    private static byte[] Deflate(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.SmallestSize)) stream.Write(data);
        return packed.ToArray();
    }
}
