using Resume2Website.Documents;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Tests.Word;

/// <summary>What is text in a Word document and what is not.</summary>
public sealed class WordContentTests
{
    private const string NotesType = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml";

    [Fact]
    public void Read_TableInATable_HasCellsOfItsOwn() =>
        Read("<w:tbl><w:tr><w:tc>" + RawDocx.Paragraph("Work") + "<w:tbl><w:tr><w:tc>" + RawDocx.Paragraph("2019") + "</w:tc><w:tc>" + RawDocx.Paragraph("Gardener") + "</w:tc></w:tr></w:tbl>" + RawDocx.Paragraph("After") + "</w:tc></w:tr></w:tbl>")
            .Select(line => (line.Text, line.Cell)).Should().Equal(
                ("Work", new SourceCell(1, 1, 1)), ("2019", new SourceCell(2, 1, 1)), ("Gardener", new SourceCell(2, 1, 2)), ("After", new SourceCell(1, 1, 1)));

    [Fact]
    public void Read_TrackedChanges_AreTakenAsAccepted()
    {
        Texts("<w:p><w:r><w:t xml:space=\"preserve\">Head </w:t></w:r><w:del><w:r><w:delText>Pruner</w:delText></w:r></w:del><w:ins><w:r><w:t>Gardener</w:t></w:r></w:ins></w:p>").Should().Equal("Head Gardener");
        Texts("<w:p><w:moveFrom><w:r><w:t>Old place</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo><w:r><w:t>New place</w:t></w:r></w:moveTo></w:p>").Should().Equal("New place");
        Texts("<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + RawDocx.Paragraph("Deleted row") + "</w:tc></w:tr><w:tr><w:tc>" + RawDocx.Paragraph("Row") + "</w:tc></w:tr></w:tbl>").Should().Equal("Row");
    }

    [Theory]
    [InlineData("<w:vanish/>")]
    [InlineData("<w:rStyle w:val=\"Hidden\"/>")]
    [InlineData("<w:sz w:val=\"2\"/>")]
    public void Read_HiddenText_IsLeftOut(string run)
    {
        const string Styles = "<w:styles {ns}><w:style w:type=\"character\" w:styleId=\"Hidden\"><w:name w:val=\"Hidden\"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>";
        var docx = new RawDocx(RawDocx.Paragraph("Gardener") + RawDocx.Paragraph("Kubernetes", run: run))
            .With("st", "styles", "styles.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml", Styles);

        Fixtures.Read(Format.Docx, docx.ToBytes()).Lines.Select(line => line.Text).Should().Equal("Gardener");
    }

    [Fact]
    public void Read_HiddenRow_IsLeftOut() =>
        Texts("<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>" + RawDocx.Paragraph("Kubernetes") + "</w:tc></w:tr><w:tr><w:tc>" + RawDocx.Paragraph("Gardener") + "</w:tc></w:tr></w:tbl>").Should().Equal("Gardener");

    [Fact]
    public void Read_Notes_FollowTheBody()
    {
        var docx = new RawDocx(
            "<w:p><w:r><w:t>Grafted 900 trees</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p><w:p><w:r><w:t>Pruned them</w:t></w:r><w:r><w:endnoteReference w:id=\"3\"/></w:r></w:p>")
            .With("fn", "footnotes", "footnotes.xml", NotesType, "<w:footnotes {ns}><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id=\"1\"><w:p><w:r><w:t>Not referred to</w:t></w:r></w:p></w:footnote>"
                + "<w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> In Lund, with a team of four</w:t></w:r></w:p></w:footnote></w:footnotes>")
            .With("en", "endnotes", "endnotes.xml", NotesType.Replace("footnotes", "endnotes", StringComparison.Ordinal), "<w:endnotes {ns}><w:endnote w:id=\"3\"><w:p><w:r><w:t>In frost</w:t></w:r></w:p></w:endnote></w:endnotes>");

        Fixtures.Read(Format.Docx, docx.ToBytes()).Lines.Select(line => (line.Text, line.Role)).Should().Equal(
            ("Grafted 900 trees", SourceLineRole.Body), ("Pruned them", SourceLineRole.Body), ("In Lund, with a team of four", SourceLineRole.Body), ("In frost", SourceLineRole.Body));
    }

    [Fact]
    public void Read_Fields_ShowTheirResults() =>
        Texts("<w:p><w:r><w:t xml:space=\"preserve\">Born </w:t></w:r><w:fldSimple w:instr=\" DATE \"><w:r><w:t>1990</w:t></w:r></w:fldSimple><w:r><w:t xml:space=\"preserve\"> in </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
            + "<w:r><w:instrText> IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> TITLE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>inner</w:t></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>Lund</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>").Should().Equal("Born 1990 in Lund");

    [Fact]
    public void Read_ContentControls_OfRunsRowsAndCells() =>
        Texts("<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc><w:p><w:sdt><w:sdtContent><w:r><w:t>Rosa</w:t></w:r></w:sdtContent></w:sdt></w:p></w:tc></w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>").Should().Equal("Rosa");

    [Fact]
    public void Read_MarksAroundRuns_AreLookedThrough()
    {
        Texts("<w:p><w:smartTag w:uri=\"urn:x\" w:element=\"place\"><w:r><w:t>Lund</w:t></w:r></w:smartTag></w:p>").Should().Equal("Lund");
        Texts("<w:p><w:bdo w:val=\"rtl\"><w:r><w:t>אילנה</w:t></w:r></w:bdo><w:dir w:val=\"rtl\"><w:r><w:t xml:space=\"preserve\"> כהן</w:t></w:r></w:dir></w:p>").Should().Equal("אילנה כהן");
        Texts("<w:p><w:r><w:ruby><w:rt><w:r><w:t>たなか</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>田中</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>").Should().Equal("田中");
    }

    [Fact]
    public void Read_HyphensThatMayShow_ShowNotWithinALine() =>
        Texts("<w:p><w:r><w:t>Baum</w:t><w:softHyphen/><w:t>pflege in Zwei</w:t><w:noBreakHyphen/><w:t>Jahres\u00ADplänen</w:t></w:r></w:p>").Should().Equal("Baumpflege in Zwei-Jahresplänen");

    [Fact]
    public void Read_CommentsAndPicturesWords_AreNotText() =>
        Texts("<w:p><w:commentRangeStart w:id=\"1\"/><w:r><w:t>Rosa</w:t></w:r><w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>").Should().Equal("Rosa");

    private static IEnumerable<string> Texts(string body) => Read(body).Select(line => line.Text);

    private static IReadOnlyList<SourceLine> Read(string body) => Fixtures.Read(Format.Docx, new RawDocx(body).ToBytes()).Lines;
}
