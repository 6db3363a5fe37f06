using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;

namespace Resume2Website.Tests.Extraction.Entries;

public sealed class ContactReaderTests
{
    [Theory]
    [InlineData("0170 / 2152341", "0170 / 2152341", null)]
    [InlineData("030 / 23125 267 (Mobile)", "030 / 23125 267", null)]
    [InlineData("+49 170 / 2152341 / Kiel", "+49 170 / 2152341", "Kiel")]
    [InlineData("Kiel / 0431 901820", "0431 901820", "Kiel")]
    public void Read_ASlashBehindADiallingCode_PartsNoNumber(string line, string phone, string? city)
    {
        var layout = LayoutAnalysis.Analyze(Sheet.Text($"Ilse Brandt\n\n{line}"));
        var contact = ContactReader.Read(layout, [new CvSection(CvSection.Preamble, null, [.. layout.Lines], 1)]);

        (contact.Phone?.Text, contact.Location?.Address.City).Should().Be((phone, city));
    }
}
