using System.IO.Compression;
using System.Text;
using Resume2Website.Documents;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Tests.Word;

public sealed class WordInspectionTests
{
    private static readonly string Skill = RawDocx.Paragraph("Skills: JavaScript, DDE, macros");

    [Fact]
    public void Inspect_PlainDocument_IsHarmless()
    {
        var report = Inspect(new RawDocx(Skill));

        report.ActiveContent.Should().BeEmpty();
        report.HasTestVirus.Should().BeFalse();
        report.InflatedBytes.Should().BeGreaterThan(500);
    }

    [Fact]
    public void Inspect_Macros_AreFound()
    {
        var docx = new RawDocx(Skill).With("v", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin", "application/vnd.ms-office.vbaProject", [1, 2, 3]);

        Fixtures.Inspect(Format.Docx, docx.ToBytes("application/vnd.ms-word.document.macroEnabled.main+xml")).ActiveContent.Should().Equal("macro");
    }

    [Fact]
    public void Inspect_OleObject_IsFound() =>
        Inspect(new RawDocx(Skill).With("o", "oleObject", "embeddings/oleObject1.bin", "application/vnd.openxmlformats-officedocument.oleObject", [0xD0, 0xCF])).ActiveContent.Should().Equal("ole");

    [Theory]
    [InlineData("https://templates.example.org/a.dotm", true)]
    [InlineData("file://server.example.org/share/a.dotm", true)]
    [InlineData("file:///C:/Users/rosa/Normal.dotm", false)]
    public void Inspect_Template_IsActiveIfRemote(string target, bool isActive) =>
        Inspect(new RawDocx(Skill).WithTemplate(target)).ActiveContent.Should().Equal(isActive ? ["remote_template"] : []);

    [Fact]
    public void Inspect_DataExchangeField_IsFoundThoughItIsCutUp() =>
        Inspect(new RawDocx("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DD</w:instrText></w:r><w:r><w:instrText>EAUTO c:\\\\cmd.exe</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"))
            .ActiveContent.Should().Equal("dde");

    [Fact]
    public void Inspect_TestVirus_IsFound() =>
        Inspect(new RawDocx(Skill).With("x", "customXml", "custom.bin", "application/octet-stream", Encoding.ASCII.GetBytes(Fixtures.Eicar))).HasTestVirus.Should().BeTrue();

    [Theory]
    [InlineData("<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w>&x;</w>")]
    [InlineData("<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><w>&b;</w>")]
    [InlineData("<!DOCTYPE w SYSTEM \"https://collect.example.org/x.dtd\"><w/>")]
    public void Open_Doctype_IsRefused(string main)
    {
        var bytes = new RawDocx("", main).ToBytes();

        Fixtures.CodeOf(() => Fixtures.Inspect(Format.Docx, bytes)).Should().Be("active_content");
        Fixtures.CodeOf(() => Fixtures.Read(Format.Docx, bytes)).Should().Be("active_content");
    }

    [Fact]
    public void Open_DeepXml_IsRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 5_000)) + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 5_000));

        Fixtures.CodeOf(() => Inspect(new RawDocx(deep))).Should().Be("too_complex");
    }

    [Fact]
    public void Open_Bomb_IsRefused() =>
        Fixtures.CodeOf(() => Inspect(new RawDocx(Skill).With("x", "customXml", "custom.bin", "application/octet-stream", new byte[100 << 20]))).Should().Be("too_complex");

    [Fact]
    public void Open_TooManyParts_IsRefused()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            for (var i = 0; i < 2_001; i++) archive.CreateEntry($"word/{i}.xml");
        }

        Fixtures.CodeOf(() => Fixtures.Inspect(Format.Docx, file.ToArray())).Should().Be("too_complex");
    }

    private static InspectionReport Inspect(RawDocx docx) => Fixtures.Inspect(Format.Docx, docx.ToBytes());
}
