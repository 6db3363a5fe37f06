using Resume2Website.Extraction.Learned;
using Resume2Website.Resumes;

namespace Resume2Website.Tests.Extraction.Learned;

public sealed class PlainTextResumeTests
{
    private const string English = """
        BEATRIX OAKENSHAW
        Head Gardener
        Bristol, Somerset | 07700 900123 | beatrix@example.org | github.com/beatrix-o

        PROFILE
        Gardener with fifteen years in orchards and walled gardens.

        EXPERIENCE
        Head Gardener, Orchard House Ltd, Kent (03/2015 – present)
        - Pruned four hundred trees a year
        - Taught six apprentices

        Gardener, Walled Garden Trust, Bath (09/2011 – 02/2015)
        - Opened the garden to the public

        EDUCATION
        Diploma, Horticulture, Royal College of Gardens (2008 – 2011)
        Distinction

        SKILLS
        Trees: Pruning, Grafting, Espalier
        Soil: Compost, Drainage

        LANGUAGES
        English - Native
        Polish - B1

        FALCONRY
        Keeps two kestrels.
        """;

    [Fact]
    public async Task Extract_English_FindsThePerson()
    {
        var basics = (await Extract(English)).Basics;

        (basics.Name, basics.Label, basics.Email, basics.Phone).Should().Be(("BEATRIX OAKENSHAW", "Head Gardener", "beatrix@example.org", "07700 900123"));
        (basics.Location!.City, basics.Location.Region).Should().Be(("Bristol", "Somerset"));
        basics.Profiles.Should().ContainSingle().Which.Username.Should().Be("beatrix-o");
        basics.Summary.Should().Be("Gardener with fifteen years in orchards and walled gardens.");
    }

    [Fact]
    public async Task Extract_English_FindsEachEmployment()
    {
        var work = (await Extract(English)).Work;

        work.Select(entry => (entry.Position, entry.Name, entry.Location, entry.StartDate, entry.EndDate)).Should().Equal(
            ("Head Gardener", "Orchard House Ltd", "Kent", "2015-03", null),
            ("Gardener", "Walled Garden Trust", "Bath", "2011-09", "2015-02"));
        work[0].Highlights.Should().Equal("Pruned four hundred trees a year", "Taught six apprentices");
    }

    [Fact]
    public async Task Extract_English_FindsSchoolSkillsAndLanguages()
    {
        var resume = await Extract(English);

        var school = resume.Education.Should().ContainSingle().Subject;
        (school.StudyType, school.Area, school.Institution, school.StartDate, school.EndDate, school.Score).Should().Be(("Diploma", "Horticulture", "Royal College of Gardens", "2008", "2011", "Distinction"));
        resume.Skills.Select(group => (group.Name, string.Join('/', group.Keywords))).Should().Equal(("Trees", "Pruning/Grafting/Espalier"), ("Soil", "Compost/Drainage"));
        resume.Languages.Select(language => (language.Language, language.Fluency)).Should().Equal(("English", "Native"), ("Polish", "B1"));
    }

    [Fact]
    public async Task Extract_LinesWithoutAPlace_StandInOther()
    {
        var resume = await Extract(English);

        resume.Other.SelectMany(section => section.Lines).Should().Contain("Keeps two kestrels.");
        resume.Meta!.Coverage.Should().Be(1);
        resume.Meta.Language.Should().Be("en");
    }

    [Fact]
    public async Task Extract_AddressBehindAName_IsThePageAndNotTheName()
    {
        var projects = (await Extract(English + """


            # Projects

            Windfall (https://windfall.example.org)
            2019 – present
            - Maps where apples may be gathered.

            Espalier, github.com/beatrix-o/espalier
            2021
            - Draws trees flat.
            """)).Projects;

        projects.Select(project => (project.Name, project.Url)).Should().Equal(("Windfall", "https://windfall.example.org"), ("Espalier", "https://github.com/beatrix-o/espalier"));
    }

    [Theory]
    [InlineData("2019 – tuttora")]
    [InlineData("2019 - היום")]
    [InlineData("2019 – do chwili obecnej")]
    [InlineData("2019 onwards")]
    public async Task Extract_DateWithAnUnknownWordForNow_IsNotSaidToBeOver(string printed)
    {
        var resume = await Extract($"""
            Tobias Wren
            tobias@example.org

            # Experience

            Night Manager, Hotel Meridian
            {printed}
            - Runs a team of nine

            Kitchen Porter, Hotel Bellevue
            2015 – 2018
            - Washed up
            """);

        (resume.Work[0].StartDate, resume.Work[0].EndDate, resume.Work[0].Ongoing).Should().Be(("2019", null, null));
    }

    [Theory]
    [InlineData("Deploying on fly.io", "Deploying on fly.io", null)]
    [InlineData("Chat with Socket.io", "Chat with Socket.io", null)]
    [InlineData("Windfall https://windfall.example.org", "Windfall", "https://windfall.example.org")]
    [InlineData("Windfall (windfall.io)", "Windfall", "https://windfall.io")]
    public async Task Extract_ProductInAName_StaysInIt(string printed, string name, string? url)
    {
        var project = (await Extract($"""
            Tobias Wren
            tobias@example.org

            # Projects

            {printed}
            2021
            - Maps where apples may be gathered.
            """)).Projects.Should().ContainSingle().Subject;

        (project.Name, project.Url).Should().Be((name, url));
    }

    [Fact]
    public async Task Extract_PlaceOfASchool_StandsApartFromWhatIsSaidOfIt()
    {
        var school = (await Extract("""
            Tobias Wren
            tobias@example.org

            # Education

            BSc in Botany, Northern Coast University, Trondheim
            2012 – 2014
            Thesis: The kestrels of the fjord.
            """)).Education.Should().ContainSingle().Subject;

        (school.Institution, school.Location, school.Summary).Should().Be(("Northern Coast University", "Trondheim", "Thesis: The kestrels of the fjord."));
    }

    [Fact]
    public async Task Extract_SingleDate_IsNotSaidToGoOn()
    {
        var resume = await Extract("""
            Tobias Wren
            tobias@example.org

            # Experience

            Night Manager, Hotel Meridian
            2018 – present
            - Runs a team of nine

            Kitchen Porter, Hotel Bellevue
            2015
            - Washed up
            """);

        resume.Work.Select(entry => (entry.StartDate, entry.EndDate, entry.Ongoing)).Should().Equal(("2018", null, null), ("2015", null, false));
    }

    [Fact]
    public async Task Extract_LettersSetApartAroundADate_AreNotLost()
    {
        var resume = await Extract(English + "\n\nK E S T R E L S (03/2019 – 05/2020) O T T E R S");

        resume.Other.SelectMany(section => section.Lines).Should().Contain("KESTRELS (03/2019 – 05/2020) OTTERS");
        resume.Meta!.Coverage.Should().Be(1);
    }

    [Fact]
    public async Task Extract_AnyValue_SaysHowSureItIsAndWhereItStands()
    {
        var meta = (await Extract(English)).Meta!;

        meta.Confidence!["/basics/email"].Should().BeGreaterThan(0.9);
        meta.Provenance!["/work/1/position"].Line.Should().Be(10);
    }

    [Fact]
    public async Task Extract_SeveralRolesUnderOneEmployer_AreEachTheirs()
    {
        var work = (await Extract("""
            Tobias Wren
            tobias@example.org

            # Experience

            Hotel Meridian

            Night Manager
            2018 – present
            - Runs a team of nine

            Night Porter
            2015 – 2018
            - Kept the keys

            # Education

            Certificate in Hospitality
            Harbour College
            2013 – 2015
            """)).Work;

        work.Select(entry => (entry.Position, entry.Name, entry.StartDate)).Should().Equal(("Night Manager", "Hotel Meridian", "2018"), ("Night Porter", "Hotel Meridian", "2015"));
    }

    [Fact]
    public async Task Extract_HeadsOfDifferentHeight_BeginAtTheWhiteSpace()
    {
        var work = (await Extract("""
            Eleanor Marsh
            eleanor@example.org

            EMPLOYMENT HISTORY

            Shop Assistant, Harbour Gifts, Whitby
            June 2019 to present
            serving customers
            opening and closing the shop

            Kitchen Porter
            The Anchor Inn, Whitby
            Summer 2018

            EDUCATION
            Whitby Sixth Form College (2016-2018)
            A Levels: English (B), History (C)
            """)).Work;

        work.Select(entry => (entry.Position, entry.Name, entry.StartDate)).Should().Equal(("Shop Assistant", "Harbour Gifts", "2019-06"), ("Kitchen Porter", "The Anchor Inn", "2018"));
        work[0].Highlights.Should().Equal("serving customers", "opening and closing the shop");
    }

    [Theory]
    [InlineData("Berufserfahrung", "Ausbildung", "Kenntnisse", "Sprachen", "Deutsch", "heute")]
    [InlineData("Expérience professionnelle", "Formation", "Compétences", "Langues", "Français", "aujourd’hui")]
    [InlineData("Experiencia laboral", "Formación académica", "Habilidades", "Idiomas", "Español", "actualidad")]
    [InlineData("Experiência profissional", "Formação acadêmica", "Competências", "Idiomas", "Português", "atual")]
    [InlineData("Werkervaring", "Opleiding", "Vaardigheden", "Talen", "Nederlands", "heden")]
    [InlineData("Esperienza lavorativa", "Istruzione e formazione", "Competenze", "Lingue", "Italiano", "oggi")]
    [InlineData("Doświadczenie zawodowe", "Wykształcenie", "Umiejętności", "Języki obce", "Polski", "obecnie")]
    public async Task Extract_HeadingsOfEveryLanguage_ArePlaced(string work, string education, string skills, string languages, string language, string now)
    {
        var resume = await Extract($"""
            Mila Arendt
            mila@example.org

            {work.ToUpperInvariant()}
            Designer, Studio Nord GmbH (2016 – {now})
            - Sieben Plakate

            {education.ToUpperInvariant()}
            Diplom, Institut Nord (2010 – 2014)

            {skills.ToUpperInvariant()}
            Holz, Linol, Siebdruck

            {languages.ToUpperInvariant()}
            {language} (C2)
            """);

        (resume.Work.Count, resume.Education.Count, resume.Skills.Sum(group => group.Keywords.Count), resume.Languages.Count).Should().Be((1, 1, 3, 1));
        (resume.Work[0].Name, resume.Work[0].EndDate, resume.Languages[0].Fluency).Should().Be(("Studio Nord GmbH", null, "C2"));
    }

    private static async Task<Resume> Extract(string text) =>
        (await new LearnedExtractor().ExtractAsync(Sheet.Text(text), cancellationToken: TestContext.Current.CancellationToken)).Resume;
}
