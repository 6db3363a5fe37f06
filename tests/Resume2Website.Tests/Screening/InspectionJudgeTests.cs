using Resume2Website.Documents;
using Resume2Website.Screening;

namespace Resume2Website.Tests.Screening;

public sealed class InspectionJudgeTests
{
    private static readonly InspectionReport Harmless = new() { Format = DocumentFormat.Pdf, Pages = 2 };

    [Fact]
    public void CodeOf_Harmless_IsNone() => InspectionJudge.CodeOf(Harmless).Should().BeNull();

    [Fact]
    public void CodeOf_Findings_NamesEach()
    {
        InspectionJudge.CodeOf(Harmless with { HasTestVirus = true }).Should().Be("malware_found");
        InspectionJudge.CodeOf(Harmless with { ActiveContent = ["launch"] }).Should().Be("active_content");
        InspectionJudge.CodeOf(Harmless with { IsEncrypted = true, Pages = 0 }).Should().Be("file_encrypted");
        InspectionJudge.CodeOf(Harmless with { Pages = 51 }).Should().Be("too_many_pages");
    }

    [Fact]
    public void ThrowIfRefused_Refusal_CarriesTheCode() =>
        Assert.Throws<DocumentException>(() => InspectionJudge.ThrowIfRefused(Harmless with { Pages = 51 })).Code.Should().Be("too_many_pages");
}
