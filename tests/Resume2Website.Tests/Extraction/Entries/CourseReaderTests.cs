using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Rules;
using Resume2Website.Resumes;

namespace Resume2Website.Tests.Extraction.Entries;

public sealed class CourseReaderTests
{
    [Theory]
    [InlineData("Relevant coursework: Statistics, Business Law, Data Analysis (with R, Stata)", new[] { "Statistics", "Business Law", "Data Analysis (with R, Stata)" })]
    [InlineData("Schwerpunkte: Baurecht; Statik", new[] { "Baurecht", "Statik" })]
    [InlineData("Matières principales : Statistiques · Économie", new[] { "Statistiques", "Économie" })]
    [InlineData("Asignaturas relevantes: Estadística, Economía.", new[] { "Estadística", "Economía" })]
    [InlineData("Principais disciplinas: Estatística | Economia", new[] { "Estatística", "Economia" })]
    [InlineData("Esami sostenuti: Statistica, Economia", new[] { "Statistica", "Economia" })]
    [InlineData("Gevolgde vakken: Statistiek, Economie", new[] { "Statistiek", "Economie" })]
    [InlineData("Wybrane przedmioty: Statystyka, Ekonomia", new[] { "Statystyka", "Ekonomia" })]
    public void Read_LabelledList_IsTheCoursesOfTheEntry(string line, string[] courses)
    {
        var entry = Education($"University of Harrow\nBachelor of Science in Geology, 2008 – 2012\n{line}").Should().ContainSingle().Subject;

        entry.Courses.Select(course => course.Text).Should().Equal(courses);
        entry.Summary.Should().BeNull();
        entry.Highlights.Should().BeEmpty();
        entry.Organization!.Text.Should().Be("University of Harrow");
    }

    [Fact]
    public void Read_PointsBelowALabel_AreTheCoursesOfTheirOwnEntryOnly()
    {
        var entries = Education(
            """
            Master of Science in Geology, University of Harrow, 2012 – 2014
            Courses:
            - Statistics
            - Rock Mechanics

            Bachelor of Science in Geology, University of Cork, 2008 – 2012
            - President of the chess club
            """);

        entries.Select(entry => string.Join('|', entry.Courses.Select(course => course.Text))).Should().Equal("Statistics|Rock Mechanics", "");
        entries[1].Highlights.Should().ContainSingle().Which.Text.Should().Be("President of the chess club");
    }

    [Fact]
    public void Read_TextThatOnlyBeginsLikeALabel_StaysText()
    {
        var entry = Education(
            """
            Bachelor of Science in Geology, University of Harrow, 2008 – 2012
            Courses: I attended a great many of them in my years there, whichever I could find the time for, and liked nearly all.
            """).Should().ContainSingle().Subject;

        entry.Courses.Should().BeEmpty();
        entry.Summary!.Text.Should().StartWith("Courses: I attended");
    }

    [Fact]
    public async Task Extract_CoursesOfAnEntryAndASectionOfThem_SayWhereTheyStandAndLoseNothing()
    {
        var document = Sheet.Text(
            """
            # Ada Rowe
            ada.rowe@example.org

            # Education
            Bachelor of Science in Geology, University of Harrow, 2008 – 2012
            Relevant coursework: Statistics, Rock Mechanics

            # Courses
            - First Aid on Board, Harbour Academy, 2016
            - Bread for Beginners, 2018
            """, Resume2Website.Documents.DocumentFormat.Markdown);

        var extracted = await new RuleExtractor().ExtractAsync(document, cancellationToken: TestContext.Current.CancellationToken);

        var resume = extracted.Resume;
        resume.Education.Should().ContainSingle().Which.Courses.Should().Equal("Statistics", "Rock Mechanics");
        resume.Courses.Select(course => (course.Name, course.Date)).Should().Equal(("First Aid on Board", "2016"), ("Bread for Beginners", "2018"));
        resume.Courses[0].Provider.Should().Be("Harbour Academy");
        resume.Certificates.Should().BeEmpty();
        resume.Other.Should().BeEmpty();
        resume.Meta!.Coverage.Should().Be(1);
        resume.Meta.Confidence!["/education/0/courses/1"].Should().BeInRange(0.5, 1);
        Provenance.Complaints(resume, document).Should().BeEmpty();
        extracted.Sections.Should().Contain(section => section.Name == "x-courses" && section.Count == 2);
    }

    private static IReadOnlyList<EntryDraft> Education(string text) => EducationReader.Read(LayoutAnalysis.Analyze(Sheet.Text(text)).Lines);
}
