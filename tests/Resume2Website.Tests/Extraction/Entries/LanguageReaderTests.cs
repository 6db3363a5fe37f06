using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;

namespace Resume2Website.Tests.Extraction.Entries;

public sealed class LanguageReaderTests
{
    [Fact]
    public void Read_ATableOfLevels_IsOneLanguageARow()
    {
        var sheet = new Sheet();
        for (var y = 20; y < 200; y += 12) sheet.Line(40, y, "A line of running text that goes all the way from the left of the page to its right, as most lines do.");
        sheet = sheet.NextPage().Line(40, 40, "Mother tongue(s): ENGLISH").Line(40, 60, "Other language(s):");
        double[] columns = [40, 180, 250, 320, 400, 480];
        string[][] rows = [["", "Listening", "Reading", "Spoken production", "Spoken interaction", "Writing"], ["FRENCH", "B2", "B2", "B2", "B2", "B2"], ["WELSH", "C1", "C1", "B2", "B1", "B1"]];
        foreach (var (at, row) in rows.Index())
        {
            foreach (var (column, cell) in row.Index().Where(cell => cell.Item.Length > 0)) sheet.Line(columns[column], 80 + (20 * at), cell, 8);
        }

        sheet.Line(40, 160, "Levels: A1 and A2: Basic user, B1 and B2: Independent user, C1 and C2: Proficient user", 7);

        LanguageReader.Read([.. LayoutAnalysis.Analyze(sheet.Build()).Lines.Where(line => line.Page == 2)]).Select(language => (language.Language.Text, language.Fluency?.Text)).Should().Equal(
            ("ENGLISH", "Mother tongue(s)"), ("FRENCH", "B2"), ("WELSH", "C1 C1 B2 B1 B1"));
    }
}
