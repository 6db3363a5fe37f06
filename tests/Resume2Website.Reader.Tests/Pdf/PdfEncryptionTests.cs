using Resume2Website.Screening;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Tests.Pdf;

public sealed class PdfEncryptionTests
{
    private static readonly byte[] Locked = EncryptedPdf.Write("Rosa Klee", "pear", "plum");
    private static readonly byte[] OwnersOnly = EncryptedPdf.Write("Rosa Klee", "", "plum");

    [Fact]
    public void Inspect_UserPassword_IsToldAndJudged()
    {
        var report = Fixtures.Inspect(Format.Pdf, Locked);

        report.IsEncrypted.Should().BeTrue();
        InspectionJudge.CodeOf(report).Should().Be("file_encrypted");
    }

    [Fact]
    public void Read_UserPassword_AsksForIt()
    {
        Fixtures.CodeOf(() => Fixtures.Read(Format.Pdf, Locked)).Should().Be("file_encrypted");
        Fixtures.CodeOf(() => Fixtures.Read(Format.Pdf, Locked, "apple")).Should().Be("password_wrong");
        Fixtures.CodeOf(() => Fixtures.Inspect(Format.Pdf, Locked, "apple")).Should().Be("password_wrong");
    }

    [Fact]
    public void Read_RightPassword_Opens()
    {
        Fixtures.Read(Format.Pdf, Locked, "pear").Lines.Single().Text.Should().Be("Rosa Klee");
        InspectionJudge.CodeOf(Fixtures.Inspect(Format.Pdf, Locked, "pear")).Should().BeNull();
    }

    [Fact]
    public void Read_OwnerPasswordAlone_IsHarmless()
    {
        Fixtures.Read(Format.Pdf, OwnersOnly).Lines.Single().Text.Should().Be("Rosa Klee");
        Fixtures.Inspect(Format.Pdf, OwnersOnly).IsEncrypted.Should().BeFalse();
    }
}
