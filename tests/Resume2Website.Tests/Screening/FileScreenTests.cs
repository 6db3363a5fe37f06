using System.Text;
using Resume2Website.Documents;
using Resume2Website.Screening;

namespace Resume2Website.Tests.Screening;

public sealed class FileScreenTests
{
    private const string Cv = "Alma Verne\nClockmaker\nWork\n2019 – today Verne & Daughters";

    [Theory]
    [InlineData("cv.txt", Cv, DocumentFormat.Text)]
    [InlineData("cv.md", "# Alma Verne", DocumentFormat.Markdown)]
    [InlineData("CV.MD", Cv, DocumentFormat.Markdown)]
    [InlineData(null, "# Alma Verne\n\n## Work", DocumentFormat.Markdown)]
    [InlineData("", Cv, DocumentFormat.Text)]
    [InlineData("Alma Verne, cand. phil", Cv, DocumentFormat.Text)]
    [InlineData("cv.pdf", "%PDF-1.7\n", DocumentFormat.Pdf)]
    [InlineData("cv.pdf", "\r\n%PDF-1.7\n", DocumentFormat.Pdf)]
    [InlineData("cv.docx.pdf", "%PDF-1.7\n", DocumentFormat.Pdf)]
    [InlineData("cv.docx", "PK\u0003\u0004…[Content_Types].xml…word/document.xml", DocumentFormat.Docx)]
    [InlineData("cv.odt", "PK\u0003\u0004\u0014\0mimetypeapplication/vnd.oasis.opendocument.text", DocumentFormat.Odt)]
    [InlineData("cv.rtf", "{\\rtf1 Alma}", DocumentFormat.Rtf)]
    [InlineData("resume.json", "{\"basics\":{}}", DocumentFormat.Json)]
    [InlineData("resume.json", "{\"basics\":{,}}", DocumentFormat.Json)]
    [InlineData("resume.json", "[1, 2]", DocumentFormat.Json)]
    [InlineData("resume.txt", "{\"basics\":{}}", DocumentFormat.Text)]
    public void Screen_NameAndContentAgree_TellsTheFormat(string? name, string content, DocumentFormat format)
    {
        var result = FileScreen.Screen(name, Encoding.UTF8.GetBytes(content));

        result.Code.Should().BeNull();
        result.Format.Should().Be(format);
    }

    [Theory]
    [InlineData("89504E470D0A1A0A0000", "photo.png", DocumentFormat.Png)]
    [InlineData("FFD8FFE000104A464946", "photo.jpeg", DocumentFormat.Jpeg)]
    [InlineData("524946460000000057454250", "photo.webp", DocumentFormat.WebP)]
    [InlineData("49492A0008000000", "scan.tif", DocumentFormat.Tiff)]
    [InlineData("4D4D002A00000008", "scan.tiff", DocumentFormat.Tiff)]
    [InlineData("D0CF11E0A1B11AE10000", "cv.doc", DocumentFormat.Doc)]
    [InlineData("FFFE410062006300", "cv.txt", DocumentFormat.Text)]
    [InlineData("43757272ED63756C756D2076697461652C2050E96461676F67756520E0204C796F6E", "cv.txt", DocumentFormat.Text)]
    public void Screen_Signature_TellsTheFormat(string hex, string name, DocumentFormat format) =>
        FileScreen.Screen(name, Convert.FromHexString(hex)).Should().BeEquivalentTo(new { Format = format, Code = (string?)null });

    [Theory]
    [InlineData("cv.pdf", "", "file_empty")]
    [InlineData("cv.txt", " \r\n\t \n", "file_empty")]
    [InlineData("cv.txt", "\uFEFF  \n", "file_empty")]
    [InlineData("cv.pdf", Cv, "file_type_mismatch")]
    [InlineData("cv.docx", "%PDF-1.7\n", "file_type_mismatch")]
    [InlineData("cv.pdf.exe", "%PDF-1.7\n", "file_type_mismatch")]
    [InlineData("cv.exe.pdf", "%PDF-1.7\n", "file_type_mismatch")]
    [InlineData("cv.pdf", "GIF89a;%PDF-1.7\n", "file_type_mismatch")]
    [InlineData("cv.docx", "PK\u0003\u0004%PDF-1.7[Content_Types].xml word/", "file_type_mismatch")]
    [InlineData("cv.txt", "<!DOCTYPE html><script>alert(1)</script>", "file_type_mismatch")]
    [InlineData("cv.zip", "PK\u0003\u0004 holiday.png", "file_type_unsupported")]
    [InlineData("cv.exe", "MZ\0\0\u0001\u0002", "file_type_unsupported")]
    public void Screen_BadFile_IsRefused(string name, string content, string code) =>
        FileScreen.Screen(name, Encoding.UTF8.GetBytes(content)).Code.Should().Be(code);

    [Theory]
    [InlineData("00000018667479706865696300000000", "photo.heic")]
    [InlineData("00000018667479706865696300000000", "photo.jpg")]
    [InlineData("00000018667479706865696300000000", null)]
    [InlineData("0000001C6674797061766966000000006D6966316D696166", "photo.avif")]
    [InlineData("0000001C667479704D347620000000006D69663168656963", "photo.heif")]
    [InlineData("00000018667479706D7034320000000069736F6D6D703432", "photo.HEIC")]
    public void Screen_PhotoOfAPhone_IsRefusedWithAdvice(string hex, string? name) =>
        FileScreen.Screen(name, Convert.FromHexString(hex)).Code.Should().Be("picture_unsupported");

    [Fact]
    public void Screen_JpegThatIsCalledHeic_IsOnlyToBeRenamed() =>
        FileScreen.Screen("photo.heic", Convert.FromHexString("FFD8FFE000104A464946")).Code.Should().Be("file_type_mismatch");

    [Fact]
    public void Screen_PdfWithAZipBehindIt_IsRefused()
    {
        byte[] content = [.. "%PDF-1.7\n%%EOF\n"u8, .. "PK\x05\x06"u8, .. new byte[18]];

        FileScreen.Screen("cv.pdf", content).Code.Should().Be("file_type_mismatch");
    }

    [Fact]
    public void Screen_EncryptedOfficeFile_SaysSo()
    {
        byte[] content = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage")];

        FileScreen.Screen("cv.docx", content).Code.Should().Be("password_unsupported");
    }

    [Fact]
    public void Screen_TestVirus_IsMalware()
    {
        var content = Encoding.ASCII.GetBytes("Alma Verne " + @"X5O!P%@AP[4\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

        FileScreen.Screen("cv.txt", content).Code.Should().Be("malware_found");
    }

    [Fact]
    public void Screen_SizeAroundTheLimit_RefusesOnlyWhatIsLarger()
    {
        FileScreen.Screen("cv.txt", Encoding.UTF8.GetBytes(new string('a', 100)), maxBytes: 100).IsAccepted.Should().BeTrue();
        FileScreen.Screen("cv.txt", Encoding.UTF8.GetBytes(new string('a', 101)), maxBytes: 100).Code.Should().Be("file_too_large");
    }
}
