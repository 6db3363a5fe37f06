using Resume2Website.Extraction;
using Resume2Website.Extraction.Learned;
using Resume2Website.Resumes;

namespace Resume2Website.Tests.Extraction.Learned;

public sealed class PrintedResumeTests
{
    [Fact]
    public async Task Extract_SidebarAndMainColumn_FindsBoth()
    {
        var resume = await Extract(SidebarSheet());

        (resume.Basics.Name, resume.Basics.Email).Should().Be(("Ilse Brandt", "ilse.brandt@example.org"));
        resume.Work.Select(entry => (entry.Position, entry.Name, entry.Location, entry.StartDate, entry.EndDate)).Should().Equal(
            ("Projektleiterin", "Nordlicht GmbH", "Kiel", "2018-05", null),
            ("Bauzeichnerin", "Hafenbau AG", "Lübeck", "2012-08", "2018-04"));
        resume.Work[0].Highlights.Should().HaveCount(2);
        resume.Skills.SelectMany(group => group.Keywords).Should().Equal("AutoCAD", "Revit", "Vergaberecht");
        resume.Languages.Select(language => (language.Language, language.Fluency)).Should().Equal(("Deutsch", "Muttersprache"), ("Dänisch", "B2"));
    }

    [Fact]
    public async Task Extract_DatesInALeftColumn_BelongToTheirEntry()
    {
        var sheet = new Sheet().Line(150, 40, "Ilse Brandt", 20, bold: true).Line(150, 70, "ilse.brandt@example.org");
        sheet.Line(150, 100, "WERDEGANG", 12, bold: true);
        sheet.Line(40, 120, "05/2018 – heute").Line(150, 120, "Projektleiterin", bold: true).Line(150, 134, "Nordlicht GmbH, Kiel");
        sheet.Line(40, 160, "08/2012 – 04/2018").Line(150, 160, "Bauzeichnerin", bold: true).Line(150, 174, "Hafenbau AG, Lübeck");
        sheet.Line(150, 200, "AUSBILDUNG", 12, bold: true);
        sheet.Line(40, 220, "2008 – 2012").Line(150, 220, "Fachabitur", bold: true).Line(150, 234, "Berufskolleg am See");

        var resume = await Extract(sheet);

        resume.Work.Select(entry => (entry.Position, entry.Name, entry.StartDate)).Should().Equal(("Projektleiterin", "Nordlicht GmbH", "2018-05"), ("Bauzeichnerin", "Hafenbau AG", "2012-08"));
        resume.Education.Should().ContainSingle().Which.Institution.Should().Be("Berufskolleg am See");
    }

    [Fact]
    public async Task Extract_LinksWithoutPrintedAddress_AreProfiles()
    {
        var sheet = SidebarSheet().Line(40, 300, "LinkedIn", link: "https://www.linkedin.com/in/ilse-brandt").Line(40, 316, "E-Mail", link: "mailto:ilse.brandt@example.org");

        (await Extract(sheet)).Basics.Profiles.Should().ContainSingle().Which.Username.Should().Be("ilse-brandt");
    }

    [Fact]
    public async Task Extract_Sections_AreReportedWithoutText()
    {
        var reported = new List<ResumePart>();
        var extracted = await new LearnedExtractor().ExtractAsync(SidebarSheet().Build(), new Reporter(reported.Add), TestContext.Current.CancellationToken);

        reported.Select(part => part.Section).Should().Equal(extracted.Sections);
        reported.Should().OnlyContain(part => part.Resume == extracted.Resume);
        reported.Select(part => part.Section).Should().Contain(section => section.Name == "work" && section.Count == 2 && section.Confidence > 0.5);
    }

    private static Sheet SidebarSheet()
    {
        var sheet = new Sheet();
        sheet.Line(40, 40, "Kontakt", 12, bold: true).Line(40, 60, "ilse.brandt@example.org").Line(40, 76, "+49 431 901820").Line(40, 92, "Kiel, Holstein");
        sheet.Line(40, 130, "Kenntnisse", 12, bold: true).Line(40, 150, "AutoCAD").Line(40, 166, "Revit").Line(40, 182, "Vergaberecht");
        sheet.Line(40, 220, "Sprachen", 12, bold: true).Line(40, 240, "Deutsch (Muttersprache)").Line(40, 256, "Dänisch (B2)");
        sheet.Line(230, 40, "Ilse Brandt", 22, bold: true).Line(230, 70, "Bauingenieurin");
        sheet.Line(230, 100, "Berufserfahrung", 12, bold: true);
        sheet.Line(230, 120, "Projektleiterin", bold: true).Line(470, 120, "05/2018 – heute").Line(230, 134, "Nordlicht GmbH, Kiel");
        sheet.Line(230, 150, "• Leitet vier Baustellen an der Förde").Line(230, 164, "• Verantwortet ein Budget von neun Millionen Euro");
        sheet.Line(230, 190, "Bauzeichnerin", bold: true).Line(470, 190, "08/2012 – 04/2018").Line(230, 204, "Hafenbau AG, Lübeck");
        sheet.Line(230, 220, "• Zeichnete Pläne für zwei Hafenbecken");
        return sheet;
    }

    private static async Task<Resume> Extract(Sheet sheet) =>
        (await new LearnedExtractor().ExtractAsync(sheet.Build(), cancellationToken: TestContext.Current.CancellationToken)).Resume;

    private sealed class Reporter(Action<ResumePart> report) : IProgress<ResumePart>
    {
        public void Report(ResumePart value) => report(value);
    }
}
