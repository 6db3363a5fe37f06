using System.Text;
using Resume2Website.Documents;
using Resume2Website.Reader.Office;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Tests.Office;

/// <summary>What is looked for before LibreOffice sees a file; none of it needs LibreOffice.</summary>
public sealed class OfficeInspectionTests
{
    [Theory]
    [InlineData(@"{\rtf1 {\object\objemb{\*\objdata 0105}}}", "ole")]
    [InlineData(@"{\rtf1 {\field{\*\fldinst { DDEAUTO c:\\windows\\cmd.exe }}{\fldrslt x}}}", "dde")]
    [InlineData(@"{\rtf1 {\field{\*\fldinst {\'44D}{\b E} x}}}", "dde")]
    [InlineData(@"{\rtf1 {\field{\*\fldinst {\u68?\u68?\u69? x}}}}", "dde")]
    [InlineData(@"{\rtf1 {\*\template http://templates.example.org/a.dotm}}", "remote_template")]
    [InlineData(@"{\rtf1 {\*\template \\\\files.example.org\\a.dotm}}", "remote_template")]
    [InlineData(@"{\rtf1 {\*\template C:\\Users\\rosa\\Normal.dotm} Rosa {\field{\*\fldinst HYPERLINK ""https://rosa.example.org""}{\fldrslt my site}} knows DDE and \{objects\}}", null)]
    [InlineData(@"{\rtf1 {\pict\bin9 \objdata }}", null)]
    public void Rtf_ActiveContent_IsFound(string rtf, string? code) =>
        RtfInspection.Inspect(new DocumentSource(Encoding.Latin1.GetBytes(rtf), Format.Rtf)).ActiveContent.Should().Equal(code is null ? [] : [code]);

    [Fact]
    public void Rtf_GroupsThatNestTooDeep_AreRefused() =>
        Fixtures.CodeOf(() => RtfInspection.Inspect(new DocumentSource(Encoding.Latin1.GetBytes(@"{\rtf1 " + new string('{', 5000)), Format.Rtf))).Should().Be("too_complex");

    [Fact]
    public void Doc_ActiveContent_IsFound()
    {
        Doc(RawCompound.Word("Rosa Klee \u0013 HYPERLINK \"https://rosa.example.org\" \u0014site\u0015", template: @"C:\Users\rosa\Normal.dotm").Storage("ObjectPool", isFilled: false)).Should().BeEmpty();
        Doc(RawCompound.Word("Rosa").Storage("Macros", isFilled: true)).Should().Equal("macro");
        Doc(RawCompound.Word("Rosa").Storage("ObjectPool", isFilled: true)).Should().Equal("ole");
        Doc(RawCompound.Word("Rosa \u0013 DDEAUTO c:\\\\cmd.exe \u0014x\u0015")).Should().Equal("dde");
        Doc(RawCompound.Word("Rosa", template: "https://templates.example.org/a.dotm")).Should().Equal("remote_template");
    }

    [Fact]
    public void Doc_ProtectedByAPassword_IsRefusedWithAdvice() =>
        Fixtures.CodeOf(() => Doc(RawCompound.Word("Rosa", flags: 0x0100))).Should().Be("password_unsupported");

    [Fact]
    public void Doc_AnotherCompoundFile_IsNoDocument() =>
        Fixtures.CodeOf(() => Doc(new RawCompound().Stream("Workbook", new byte[5000]))).Should().Be("file_type_unsupported");

    [Fact]
    public void Doc_Damaged_IsSaidToBe()
    {
        var content = RawCompound.Word("Rosa").ToBytes();
        for (var i = 0; i < content.Length; i += 97)
        {
            var broken = (byte[])content.Clone();
            broken.AsSpan(i, Math.Min(40, broken.Length - i)).Fill(0xFE);
            var source = new DocumentSource(broken, Format.Doc);
            Record.Exception(() => DocumentOpener.Inspect(source)).Should().Match(exception => exception == null || exception is DocumentException);
        }
    }

    [Theory]
    [InlineData("<text:p>Rosa</text:p>", null)]
    [InlineData("<text:p><text:a xlink:href=\"https://rosa.example.org\">Rosa</text:a><draw:frame><draw:image xlink:href=\"Pictures/a.png\"/></draw:frame></text:p>", null)]
    [InlineData("<office:event-listeners><script:event-listener script:event-name=\"dom:load\" xlink:href=\"vnd.sun.star.script:a.b.c\"/></office:event-listeners>", "macro")]
    [InlineData("<text:section><text:section-source xlink:href=\"http://files.example.org/a.odt\"/></text:section>", "remote_content")]
    [InlineData("<text:section><text:section-source xlink:href=\"part.odt\"/></text:section>", null)]
    [InlineData("<text:section><office:dde-source office:dde-application=\"cmd\"/></text:section>", "dde")]
    [InlineData("<draw:frame><draw:plugin xlink:href=\"a.exe\"/></draw:frame>", "embedded_program")]
    public void Odt_ActiveContent_IsFound(string body, string? code) => Odt(new RawOdt(body)).Should().Equal(code is null ? [] : [code]);

    [Fact]
    public void Odt_PartsThatAct_AreFound()
    {
        const string Text = "<text:p>Rosa</text:p>";
        Odt(new RawOdt(Text).With("Basic/script-lc.xml", "<libraries/>").With("Basic/Standard/script-lb.xml", "<library/>")).Should().BeEmpty();
        Odt(new RawOdt(Text).With("Basic/Standard/Module1.xml", "<module/>")).Should().Equal("macro");
        Odt(new RawOdt(Text).With("Scripts/python/a.py", "print(1)")).Should().Equal("macro");
        Odt(new RawOdt(Text).With("Object 1", RawCompound.Word("x").ToBytes())).Should().Equal("ole");
        Odt(new RawOdt(Text).With("Pictures/a.png", [0x4D, 0x5A, 0x90, 0])).Should().Equal("embedded_program");
        Odt(new RawOdt(Text).With("meta.xml", "<office:document-meta {ns}><office:meta><meta:template xlink:href=\"https://templates.example.org/a.ott\"/></office:meta></office:document-meta>")).Should().Equal("remote_template");
    }

    [Fact]
    public void Odt_ProtectedByAPassword_IsRefusedWithAdvice() =>
        Fixtures.CodeOf(() => Odt(new RawOdt("").With("content.xml", [1, 2, 3], "<manifest:encryption-data/>"))).Should().Be("password_unsupported");

    [Fact]
    public void Odt_DocumentType_IsRefused() =>
        Fixtures.CodeOf(() => Odt(new RawOdt("").With("styles.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"))).Should().Be("active_content");

    [Theory]
    [InlineData(Format.Doc)]
    [InlineData(Format.Rtf)]
    [InlineData(Format.Odt)]
    public void AnyOfThem_WithoutLibreOffice_SaysWhatToDo(Format format)
    {
        var reader = new OfficeReader(new OfficeProgram(path: "/nowhere"));

        var code = Fixtures.CodeOf(() => reader.Inspect(new DocumentSource("{}"u8.ToArray(), format)));

        code.Should().Be("conversion_unavailable");
        DocumentErrors.Describe(code).RecoverySuggestions.Should().Contain(advice => advice.Text.Contains(".docx"));
    }

    private static IReadOnlyList<string> Doc(RawCompound file) => DocInspection.Inspect(new DocumentSource(file.ToBytes(), Format.Doc)).ActiveContent;

    private static IReadOnlyList<string> Odt(RawOdt file) => OdtInspection.Inspect(new DocumentSource(file.ToBytes(), Format.Odt)).ActiveContent;
}
