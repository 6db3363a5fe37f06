using System.Net;
using System.Net.Sockets;
using System.Text;
using Resume2Website.Documents;
using Resume2Website.Documents.Isolation;
using Resume2Website.Reader.Office;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Tests.Office;

/// <summary>Real conversions; skipped where LibreOffice is not installed, which the project does not demand.</summary>
[Trait("Speed", "Slow")]
public sealed class OfficeReaderTests
{
    private const string Rtf =
        @"{\rtf1\ansi\ansicpg1252{\stylesheet{\s1\outlinelevel0\b\fs32 heading 1;}}{\header Rosa Klee, page {\field{\*\fldinst PAGE}{\fldrslt 1}}\par}"
        + @"{\pard\s1\outlinelevel0\b\fs32 Work\par}{\pard 2019 \'96 2024\tab G\'e4rtnerin, \u321?\'f3d\u378?\par}{\pard {\v hidden words}seen words\par}"
        + @"{\pard {\field{\*\fldinst HYPERLINK ""https://rosa.example.org/""}{\fldrslt my site}}\par}"
        + @"\trowd\cellx3000\cellx6000\intbl Town\cell Lund\cell\row}";

    [Fact]
    public void Read_Rtf_KeepsHeadingsLinksTablesAndLetters()
    {
        Require();

        ShouldBeTheCv(Fixtures.Read(Format.Rtf, Encoding.Latin1.GetBytes(Rtf)), Format.Rtf);
    }

    [Fact]
    public void Read_Doc_KeepsHeadingsLinksTablesAndLetters()
    {
        Require();

        ShouldBeTheCv(Fixtures.Read(Format.Doc, SavedAs("doc:MS Word 97", Encoding.Latin1.GetBytes(Rtf), "cv.rtf")), Format.Doc);
    }

    [Fact]
    public void Read_Odt_KeepsHeadingsListsAndLinks()
    {
        Require();
        var odt = new RawOdt(
            "<text:h text:outline-level=\"1\">Work</text:h><text:p>2019 – 2024<text:tab/>Gärtnerin, Łódź</text:p><text:list><text:list-item><text:p>Pruned 900 trees</text:p></text:list-item></text:list>"
            + "<text:p><text:a xlink:type=\"simple\" xlink:href=\"https://rosa.example.org/\">my site</text:a></text:p>"
            + "<table:table><table:table-column table:number-columns-repeated=\"2\"/><table:table-row><table:table-cell><text:p>Town</text:p></table:table-cell><table:table-cell><text:p>Lund</text:p></table:table-cell></table:table-row></table:table>");

        var read = Fixtures.Read(Format.Odt, odt.ToBytes());

        read.Format.Should().Be(Format.Odt);
        read.Lines.Select(line => line.Text).Should().Equal("Work", "2019 – 2024\tGärtnerin, Łódź", "Pruned 900 trees", "my site", "Town", "Lund");
        read.Lines.Select(line => line.Role).Take(3).Should().Equal(SourceLineRole.Heading, SourceLineRole.Body, SourceLineRole.ListItem);
        read.Lines[3].Links.Should().Equal(new SourceLink(0, 7, "https://rosa.example.org/"));
        read.Lines[5].Cell.Should().Be(new SourceCell(1, 1, 2));
    }

    [Fact]
    public async Task Read_LinkedPicture_IsFetchedFromNowhere()
    {
        Require();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/a.png";
        var odt = new RawOdt($"<text:p>Rosa Klee<draw:frame text:anchor-type=\"as-char\" svg:width=\"2cm\" svg:height=\"2cm\"><draw:image xlink:href=\"{address}\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/></draw:frame></text:p>");

        var read = await Task.Run(() => Fixtures.Read(Format.Odt, odt.ToBytes()), TestContext.Current.CancellationToken);

        read.Lines.Single().Text.Should().Be("Rosa Klee");
        listener.Pending().Should().BeFalse("nothing that a CV names is fetched");
    }

    [Fact]
    public void Read_WhatLibreOfficeCannotOpen_IsDamaged()
    {
        Require();

        Fixtures.CodeOf(() => Fixtures.Read(Format.Odt, new RawOdt("</text:p>").ToBytes())).Should().Be("file_damaged");
    }

    [Fact]
    public void Read_Anything_LeavesNothingBehind()
    {
        Require();
        var program = OfficeProgram.Default.Program;
        var path = "";

        OfficeConversion.ToWord(program, new DocumentSource(Encoding.Latin1.GetBytes(Rtf), Format.Rtf), () => path = Folders().Single());

        path.Should().NotBeEmpty();
        Directory.Exists(path).Should().BeFalse();

        static IEnumerable<string> Folders() => Directory.EnumerateDirectories(Path.GetTempPath(), "resume2website-reader-*").Where(folder => File.Exists(Path.Combine(folder, "document.rtf")) && File.ReadAllText(Path.Combine(folder, "document.rtf")) == Rtf);
    }

    private static void Require()
    {
        try
        {
            _ = OfficeProgram.Default.Program;
        }
        catch (DocumentException)
        {
            Assert.Skip("LibreOffice is not installed (on Debian: apt-get install libreoffice-writer-nogui).");
        }
    }

    private static void ShouldBeTheCv(SourceDocument read, Format format)
    {
        read.Format.Should().Be(format);
        read.Lines.Select(line => line.Text).Should().Equal("Rosa Klee, page 1", "Work", "2019 – 2024\tGärtnerin, Łódź", "seen words", "my site", "Town", "Lund");
        read.Lines[0].Role.Should().Be(SourceLineRole.PageHeader);
        read.Lines[1].Role.Should().Be(SourceLineRole.Heading);
        read.Lines[4].Links.Should().Equal(new SourceLink(0, 7, "https://rosa.example.org/"));
        read.Lines[6].Cell.Should().Be(new SourceCell(1, 1, 2));
    }

    private static byte[] SavedAs(string filter, byte[] content, string name)
    {
        using var folder = ReaderFolder.Create();
        File.WriteAllBytes(folder.At(name), content);
        var program = OfficeProgram.Default.Program with { Folder = folder.Path };
        for (var start = 0; start < 2; start++) program.Run([$"-env:UserInstallation=file://{folder.At("p")}", "--headless", "--convert-to", filter, "--outdir", folder.At("o"), folder.At(name)], default, 1 << 20);
        return File.ReadAllBytes(folder.At("o/cv.doc"));
    }
}
