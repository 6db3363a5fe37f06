using Resume2Website.Documents;
using Resume2Website.Reader.Ocr;
using Resume2Website.Reader.Pdf;
using Resume2Website.Reader.Tests.Ocr;
using SkiaSharp;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Tests.Pdf;

public sealed class PdfRecognitionTests
{
    private static readonly string[] Prose =
    [
        "Farm manager with twelve years of experience in the growing of organic fruit and of berries for the region",
        "I lead teams and plan new plantings and look after the sale to shops in the region and to the markets of the town",
        "Led a team of fourteen people over the whole year and kept the books of the farm and of its shop for the owners",
        "Moved the whole of the farm to organic growing which was certified by the office for the growing of food in the end",
    ];

    [Fact]
    public void Read_PdfOfPictures_IsRecognized()
    {
        using var page = DrawnPage.Of(DrawnPage.English);

        var document = Fixtures.Read(Format.Pdf, Scan(page));

        RecognitionTests.Texts(document).Should().Equal(DrawnPage.English);
        document.IsRecognized.Should().BeTrue();
        document.Pages.Should().ContainSingle().Which.Height.Should().Be(842);
    }

    [Fact]
    public void Read_GoodTextLayerOverAPicture_IsNeverRecognized()
    {
        using var page = DrawnPage.Of(DrawnPage.English);
        var text = string.Concat(Prose.Select((line, row) => RawPdf.Text(40, 700 - (20 * row), line, more: "3 Tr")));

        var document = Fixtures.Read(Format.Pdf, Scan(page, text));

        RecognitionTests.Texts(document).Should().Equal(Prose);
        document.IsRecognized.Should().BeFalse();
    }

    [Fact]
    public void Read_TextLayerOfOtherLetters_IsRecognizedInstead()
    {
        // A broken font program maps every letter to another: what is shown reads well, what is stored does not.
        using var page = DrawnPage.Of(Prose, size: 22);
        var text = string.Concat(Prose.Select((line, row) => RawPdf.Text(40, 700 - (20 * row), string.Concat(line.Select(Shifted)), more: "3 Tr")));

        var document = Fixtures.Read(Format.Pdf, Scan(page, text));

        RecognitionTests.Texts(document).Should().Equal(Prose);
        document.IsRecognized.Should().BeTrue();
    }

    [Fact]
    public void Read_TextLayerOfControlCharacters_IsRecognizedInstead()
    {
        using var page = DrawnPage.Of(DrawnPage.English);
        var text = RawPdf.Text(40, 700, string.Concat(Enumerable.Repeat(@"\001\002\003\004", 30)), more: "3 Tr");
        RecognitionTests.Texts(Fixtures.Read(Format.Pdf, Scan(page, text))).Should().Equal(DrawnPage.English);
    }

    [Fact]
    public void Read_ScanWithoutThePrograms_SaysWhatIsMissingAndTextGoesOn()
    {
        using var page = DrawnPage.Of(DrawnPage.English);
        var reader = new PdfReader(new OcrTools("/nowhere", TimeSpan.FromSeconds(5)));

        Fixtures.CodeOf(() => reader.Read(new DocumentSource(Scan(page), Format.Pdf), _ => { })).Should().Be("recognition_unavailable");

        var text = reader.Read(new DocumentSource(new RawPdf(RawPdf.Text(72, 700, "Rosa Klee")).ToBytes(), Format.Pdf), _ => { });
        RecognitionTests.Texts(text).Should().Equal("Rosa Klee");
    }

    [Fact]
    public void Read_EncryptedScan_IsRecognizedAndItsPasswordIsOnNoCommandLine()
    {
        using var page = DrawnPage.Of(DrawnPage.English);
        var scan = EncryptedPdf.WriteContent("q 595 0 0 842 0 0 cm /Scan Do Q", "pear-secret", "plum", page.Encode(SKEncodedImageFormat.Jpeg), page.Width, page.Height);
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var reader = new PdfReader(new OcrTools(WithRecorder(folder), TimeSpan.FromSeconds(60)));

            var document = reader.Read(new DocumentSource(scan, Format.Pdf, "pear-secret"), _ => { });

            RecognitionTests.Texts(document).Should().Equal(DrawnPage.English);
            File.ReadAllText(Path.Combine(folder.FullName, "arguments")).Should().Contain("-scale-to").And.NotContain("pear-secret");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A path whose first pdftoppm writes down its arguments before it becomes the real one.</summary>
    private static string WithRecorder(DirectoryInfo folder)
    {
        var path = Environment.GetEnvironmentVariable("PATH")!;
        var real = path.Split(Path.PathSeparator).Select(place => Path.Combine(place, "pdftoppm")).First(File.Exists);
        var recorder = Path.Combine(folder.FullName, "pdftoppm");
        File.WriteAllText(recorder, $"#!/bin/sh\necho \"$@\" >> '{folder.FullName}/arguments'\nexec '{real}' \"$@\"\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(recorder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder.FullName + Path.PathSeparator + path;
    }

    /// <summary>A page that is a picture from edge to edge, as scanners make them, with an optional text layer.</summary>
    private static byte[] Scan(SKBitmap page, string text = "")
    {
        var pdf = new RawPdf($"q 595 0 0 842 0 0 cm /Scan Do Q\n{text}", resources: "/XObject << /Scan 7 0 R >>");
        pdf.AddStream($"/Type /XObject /Subtype /Image /Width {page.Width} /Height {page.Height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", page.Encode(SKEncodedImageFormat.Jpeg));
        return pdf.ToBytes();
    }

    private static char Shifted(char letter) => letter switch
    {
        ' ' => ' ',
        >= 'a' and <= 'z' => (char)('a' + ((letter - 'a' + 3) % 26)),
        _ => (char)('A' + ((letter - 'A' + 3) % 26)),
    };
}
