using System.Text.Json;
using Resume2Website.Documents;
using Resume2Website.Documents.Isolation;

namespace Resume2Website.Tests.Documents.Isolation;

public sealed class ReaderJsonTests
{
    [Fact]
    public void InspectionReport_OfALockedDocumentWhosePagesCannotBeCounted_ReachesTheHost()
    {
        var report = new InspectionReport { Format = DocumentFormat.Pdf, Pages = 0, IsEncrypted = true };
        var bytes = JsonSerializer.SerializeToUtf8Bytes(report, ReaderJson.Default.InspectionReport);
        JsonSerializer.Deserialize(bytes, ReaderJson.Default.InspectionReport).Should().BeEquivalentTo(report);
    }
}
