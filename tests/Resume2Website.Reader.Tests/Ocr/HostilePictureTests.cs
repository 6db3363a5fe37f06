using System.Buffers.Binary;
using System.Diagnostics;
using Resume2Website.Documents;
using Resume2Website.Reader.Images;
using Resume2Website.Reader.Ocr;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Tests.Ocr;

public sealed class HostilePictureTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reader-tests-");

    [Fact]
    public void Open_PngThatSaysItIsHuge_IsRefusedByItsHeader()
    {
        using var page = DrawnPage.Draw(_ => { }, 100, 100);
        var png = page.Png();
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 60_000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 60_000);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));

        Fixtures.CodeOf(() => Fixtures.Inspect(Format.Png, png)).Should().Be("picture_too_large");
        Fixtures.CodeOf(() => Fixtures.Read(Format.Png, png)).Should().Be("picture_too_large");
    }

    [Fact]
    public void Open_TiffThatSaysItIsHuge_IsRefusedByItsHeader()
    {
        using var page = DrawnPage.Draw(_ => { }, 100, 100);
        var tiff = DrawnPage.Tiff(isDeflated: true, page);
        var directory = BinaryPrimitives.ReadInt32LittleEndian(tiff.AsSpan(4));
        BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(directory + 2 + 8), 60_000);
        BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(directory + 2 + 12 + 8), 60_000);
        Fixtures.CodeOf(() => Fixtures.Inspect(Format.Tiff, tiff)).Should().Be("picture_too_large");
    }

    [Fact]
    public void Open_TiffWhoseDirectoriesGoRound_IsDamaged()
    {
        using var page = DrawnPage.Draw(_ => { }, 100, 100);
        var tiff = DrawnPage.Tiff(isDeflated: false, page);
        BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(tiff.Length - 4), BinaryPrimitives.ReadInt32LittleEndian(tiff.AsSpan(4)));
        Fixtures.CodeOf(() => Fixtures.Inspect(Format.Tiff, tiff)).Should().Be("file_damaged");
    }

    [Fact]
    public void Read_CutPicture_IsDamaged()
    {
        using var page = DrawnPage.Of(DrawnPage.English);
        Fixtures.CodeOf(() => Fixtures.Read(Format.Png, page.Png()[..2000])).Should().Be("file_damaged");
    }

    [Fact]
    public void Read_WithoutTesseract_SaysWhatIsMissing() =>
        Fixtures.CodeOf(() => Read(new OcrTools(folder.FullName, TimeSpan.FromSeconds(30)))).Should().Be("recognition_unavailable");

    [Fact]
    public void Read_TesseractThatHangs_IsEndedAndLeavesNothingBehind()
    {
        var pidFile = Path.Combine(folder.FullName, "pid");
        Fake("tesseract", $"if [ \"$1\" = --list-langs ]; then echo eng; exit 0; fi\necho $$ >{pidFile}\nexec sleep 600");

        Fixtures.CodeOf(() => Read(new OcrTools(folder.FullName, TimeSpan.FromSeconds(5)))).Should().Be("reading_timeout");

        var id = File.ReadAllText(pidFile).Trim();
        (File.Exists($"/proc/{id}/cmdline") ? File.ReadAllText($"/proc/{id}/cmdline") : "").Should().NotContain("sleep");
    }

    [Fact]
    public void Read_TesseractThatNeverStopsTalking_IsEnded()
    {
        Fake("tesseract", "if [ \"$1\" = --list-langs ]; then echo eng; exit 0; fi\nexec yes");
        Fixtures.CodeOf(() => Read(new OcrTools(folder.FullName, TimeSpan.FromSeconds(60)))).Should().Be("too_complex");
    }

    [Fact]
    public void Read_TesseractThatFails_SaysSo()
    {
        Fake("tesseract", "if [ \"$1\" = --list-langs ]; then echo eng; exit 0; fi\nexit 1");
        Fixtures.CodeOf(() => Read(new OcrTools(folder.FullName, TimeSpan.FromSeconds(60)))).Should().Be("recognition_failed");
    }

    [Fact]
    public void Read_Picture_WritesNoFiles()
    {
        var reader = Path.Combine(AppContext.BaseDirectory, "Resume2Website.Reader.dll");
        var picture = Path.Combine(folder.FullName, "page.png");
        var temporary = folder.CreateSubdirectory("tmp").FullName;
        using (var page = DrawnPage.Of(DrawnPage.English)) File.WriteAllBytes(picture, page.Png());
        var start = new ProcessStartInfo("dotnet", [reader, "dump", picture]) { RedirectStandardOutput = true, WorkingDirectory = temporary };
        start.Environment["TMPDIR"] = temporary;
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        using var process = Process.Start(start)!;

        process.StandardOutput.ReadToEnd().Should().Contain("Rosa Klee");

        Directory.EnumerateFileSystemEntries(temporary).Should().BeEmpty("everything goes through pipes");
    }

    [Fact]
    public void Open_Heic_SaysHowToExport()
    {
        var code = Fixtures.CodeOf(() => Fixtures.Read(Format.Heic, [0, 0, 0, 24]));
        code.Should().Be("picture_unsupported");
        DocumentErrors.Describe(code).RecoverySuggestions.Should().Contain(advice => advice.Text.Contains("JPEG"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static SourceDocument Read(OcrTools tools)
    {
        using var page = DrawnPage.Of(DrawnPage.English);
        return new PictureReader(tools).Read(new DocumentSource(page.Png(), Format.Png), _ => { });
    }

    private void Fake(string name, string script)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>The checksum of a PNG's chunk (ISO 3309).</summary>
    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
