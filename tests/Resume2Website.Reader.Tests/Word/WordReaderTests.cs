using Resume2Website.Documents;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Tests.Word;

public sealed class WordReaderTests
{
    private const string StylesType = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml";

    [Fact]
    public void Read_Paragraphs_AreLinesInOrder()
    {
        var lines = Read(RawDocx.Paragraph("Rosa Klee", run: "<w:b/><w:sz w:val=\"36\"/><w:color w:val=\"1F4E79\"/>") + RawDocx.Paragraph("Orchardist", run: "<w:i/>"));

        lines.Select(line => line.Text).Should().Equal("Rosa Klee", "Orchardist");
        lines[0].Should().BeEquivalentTo(new { Bold = true, Italic = false, FontSize = 18.0, Color = 0x1F4E79, Block = 1, Page = 1, Number = 1 });
        lines[1].Should().BeEquivalentTo(new { Bold = false, Italic = true, Block = 2, Number = 2 });
    }

    [Fact]
    public void Read_Styles_SayWhatIsAHeadingAndAList()
    {
        const string Styles =
            "<w:styles {ns}><w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 2\"/><w:rPr><w:b/></w:rPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"Mine\"><w:name w:val=\"My heading\"/><w:basedOn w:val=\"H\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"L\"><w:name w:val=\"List Bullet\"/></w:style></w:styles>";
        var docx = new RawDocx(
            RawDocx.Paragraph("Work", "<w:pStyle w:val=\"Mine\"/>")
            + RawDocx.Paragraph("Pruned 900 trees", "<w:pStyle w:val=\"L\"/>")
            + RawDocx.Paragraph("In frost", "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"3\"/></w:numPr>")
            + RawDocx.Paragraph("• Typed by hand"))
            .With("st", "styles", "styles.xml", StylesType, Styles);

        var lines = Fixtures.Read(Format.Docx, docx.ToBytes()).Lines;

        lines.Select(line => (line.Text, line.Role, line.Level)).Should().Equal(
            ("Work", SourceLineRole.Heading, 2),
            ("Pruned 900 trees", SourceLineRole.ListItem, 1),
            ("In frost", SourceLineRole.ListItem, 2),
            ("Typed by hand", SourceLineRole.ListItem, 1));
        lines[0].Bold.Should().BeTrue();
    }

    [Fact]
    public void Read_TabsAndBreaks_AreKept()
    {
        var lines = Read("<w:p><w:r><w:t>2019</w:t><w:tab/><w:t>Gardener</w:t><w:br/><w:t>Lund</w:t></w:r></w:p>");

        lines.Select(line => line.Text).Should().Equal("2019\tGardener", "Lund");
        lines.Select(line => line.Block).Should().Equal(1, 1);
    }

    [Fact]
    public void Read_Table_KnowsItsCells()
    {
        const string Table = "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>Phone</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>555</w:t></w:r></w:p></w:tc></w:tr>"
            + "<w:tr><w:tc><w:p><w:r><w:t>Town</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";

        Read(Table).Select(line => (line.Text, line.Cell)).Should().Equal(
            ("Phone", new SourceCell(1, 1, 1)), ("555", new SourceCell(1, 1, 3)), ("Town", new SourceCell(1, 2, 1)));
    }

    [Fact]
    public void Read_TextBoxStoredTwice_IsReadOnce()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>Contact</w:t></w:r></w:p></w:txbxContent>";
        const string Body = "<w:p><w:r><w:t>Anchor</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\">"
            + "<wps:wsp><wps:txbx>" + Box + "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
            + "<mc:Fallback><w:pict><v:shape><v:textbox>" + Box + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";

        Read(Body).Select(line => line.Text).Should().Equal("Anchor", "Contact");
    }

    [Fact]
    public void Read_Links_OfRelationshipsAndFields()
    {
        var docx = new RawDocx(
            "<w:p><w:r><w:t xml:space=\"preserve\">See </w:t></w:r><w:hyperlink r:id=\"l\"><w:r><w:t>my </w:t></w:r><w:r><w:t>site</w:t></w:r></w:hyperlink></w:p>"
            + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"mailto:rosa@example.org\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
            + "<w:r><w:t>Mail</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t> me</w:t></w:r></w:p>")
            .WithExternal("l", "hyperlink", "https://rosa.example.org");

        var lines = Fixtures.Read(Format.Docx, docx.ToBytes()).Lines;

        lines[0].Links.Should().Equal(new SourceLink(4, 7, "https://rosa.example.org"));
        lines[1].Text.Should().Be("Mail me");
        lines[1].Links.Should().Equal(new SourceLink(0, 4, "mailto:rosa@example.org"));
    }

    [Fact]
    public void Read_HeaderAndFooter_AreToldApart()
    {
        var docx = new RawDocx(RawDocx.Paragraph("Body") + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h\"/><w:footerReference w:type=\"default\" r:id=\"f\"/></w:sectPr>")
            .With("h", "header", "header1.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml", "<w:hdr {ns}><w:p><w:r><w:t>Rosa Klee</w:t></w:r></w:p></w:hdr>")
            .With("f", "footer", "footer1.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml", "<w:ftr {ns}><w:p><w:r><w:t>Page 1</w:t></w:r></w:p></w:ftr>");

        Fixtures.Read(Format.Docx, docx.ToBytes()).Lines.Select(line => (line.Text, line.Role)).Should().Equal(
            ("Rosa Klee", SourceLineRole.PageHeader), ("Body", SourceLineRole.Body), ("Page 1", SourceLineRole.PageFooter));
    }

    [Fact]
    public void Read_HiddenAndDeletedText_IsLeftOut() =>
        Read("<w:p><w:r><w:t>Seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t></w:r><w:del><w:r><w:delText> deleted</w:delText></w:r></w:del><w:ins><w:r><w:t> inserted</w:t></w:r></w:ins></w:p>")
            .Single().Text.Should().Be("Seen inserted");

    [Fact]
    public void Read_ContentControls_AreLookedInto() =>
        Read("<w:sdt><w:sdtContent><w:p><w:sdt><w:sdtContent><w:r><w:t>Rosa Klee</w:t></w:r></w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>").Single().Text.Should().Be("Rosa Klee");

    [Fact]
    public void Read_NoText_IsRefused() => Fixtures.CodeOf(() => Read("<w:p/>")).Should().Be("no_text");

    private static IReadOnlyList<SourceLine> Read(string body) => Fixtures.Read(Format.Docx, new RawDocx(body).ToBytes()).Lines;
}
