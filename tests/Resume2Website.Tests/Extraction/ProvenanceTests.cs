using Resume2Website.Documents;
using Resume2Website.Extraction;
using Resume2Website.Extraction.Learned;
using Resume2Website.Extraction.Rules;
using Resume2Website.Tests.Extraction.Llm;

namespace Resume2Website.Tests.Extraction;

public sealed class ProvenanceTests
{
    private const string Cv = """
        Beatrix Oakenshaw
        Head Gardener
        12 Orchard Lane, 50667 Bristol | +44 7700 900123 | beatrix@example.org
        github.com/beatrix-o | www.oakenshaw.example.org/garden

        Summary
        A gardener of twenty years who has looked after orchards, walled gardens
        and the people who work in them.

        Experience
        Head Gardener, Orchard House Ltd, Kent
        March 2015 - present
        - Pruned four hundred trees a year and wrote down what came of every single
          one of them
        - Taught six apprentices

        Gardener, Walled Garden Trust
        2011 - 02/2015
        - Grew vegetables for a kitchen of forty

        Education
        BSc Horticulture, University of Nowhere
        2008 - 2011
        Grade: 2:1

        Skills
        Trees: Grafting, Pruning, Espalier
        Tools: Excel, C#

        Languages
        English (native), Polish (B1)

        Awards
        Golden Spade, Society of Gardeners, 2019

        Interests
        Beekeeping, Cider

        Zodiac
        Taurus with a rising Libra
        """;

    public static TheoryData<DocumentFormat> Texts => [DocumentFormat.Text, DocumentFormat.Markdown, DocumentFormat.Docx];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Extract_AText_SaysOfEveryValueWhereItStands(DocumentFormat format)
    {
        var document = Sheet.Text(Cv, format);

        foreach (IResumeExtractor engine in (IResumeExtractor[])[new LearnedExtractor(), new RuleExtractor()])
        {
            var resume = (await engine.ExtractAsync(document)).Resume;

            Provenance.ValuesOf(resume).Should().HaveCountGreaterThan(25);
            Provenance.Complaints(resume, document).Should().BeEmpty("{0} reads {1}", engine.Engine, format);
        }
    }

    [Fact]
    public async Task Extract_APage_SaysOfEveryValueWhereItStands()
    {
        var document = Printed();

        var resume = (await new LearnedExtractor().ExtractAsync(document)).Resume;

        Provenance.ValuesOf(resume).Should().HaveCountGreaterThan(10);
        Provenance.Complaints(resume, document).Should().BeEmpty();
    }

    [Fact]
    public async Task Extract_WithAModel_SaysOfEveryValueWhereItStands()
    {
        await using var world = await ReadingWorld.StartAsync();

        var resume = (await world.ReadAsync()).Resume;

        resume.Other.Should().NotBeEmpty();
        Provenance.Complaints(resume, world.Document).Should().BeEmpty();
    }

    [Fact]
    public async Task Extract_AWrappedParagraph_NamesAllItsLinesAndABoxAroundThem()
    {
        var document = Printed();

        var resume = (await new RuleExtractor().ExtractAsync(document)).Resume;

        var place = resume.Meta!.Provenance!["/basics/summary"];
        place.Lines.Should().Equal(5, 6);
        place.Box.Should().Equal(50, 150, 485, 22);
        resume.Basics.Summary.Should().Contain("orchards").And.Contain("people");
    }

    [Fact]
    public async Task Extract_AListWrappedOverLines_NamesTheLineOfEachSkill()
    {
        var document = Printed();

        var resume = (await new RuleExtractor().ExtractAsync(document)).Resume;

        var skills = resume.Skills.Single().Keywords.ToList();
        resume.Meta!.Provenance![$"/skills/0/keywords/{skills.IndexOf("Grafting")}"].Lines.Should().Equal(11);
        resume.Meta.Provenance[$"/skills/0/keywords/{skills.IndexOf("Beekeeping")}"].Lines.Should().Equal(12);
    }

    [Fact]
    public async Task Extract_RecognizedLines_IsOnlyAsSureAsTheRecognition()
    {
        var read = Sheet.Text(Cv);
        var recognized = read with { IsRecognized = true, Lines = [.. read.Lines.Select(line => line with { RecognitionConfidence = line.Text.StartsWith("Beatrix", StringComparison.Ordinal) ? 0.5 : 1 })] };

        var sure = (await new LearnedExtractor().ExtractAsync(read)).Resume.Meta!;
        var unsure = (await new LearnedExtractor().ExtractAsync(recognized)).Resume.Meta!;

        unsure.Confidence!["/basics/name"].Should().BeApproximately(sure.Confidence!["/basics/name"] / 2, 0.001);
        unsure.Confidence["/work/0/position"].Should().Be(sure.Confidence["/work/0/position"]);
        Provenance.Complaints((await new LearnedExtractor().ExtractAsync(recognized)).Resume, recognized).Should().BeEmpty();
    }

    /// <summary>A page with a paragraph and a list that fill their lines, and dates set to the right.</summary>
    private static SourceDocument Printed() => new Sheet()
        .Line(50, 50, "Beatrix Oakenshaw", size: 20, bold: true)
        .Line(50, 80, "Head Gardener")
        .Line(50, 95, "beatrix@example.org", link: "mailto:beatrix@example.org")
        .Line(50, 130, "Summary", size: 14, bold: true)
        .Line(50, 150, "A gardener of twenty years who has looked after orchards, walled gardens, glass houses and all of")
        .Line(50, 162, "the people who work in them.")
        .Line(50, 190, "Experience", size: 14, bold: true)
        .Line(50, 210, "Head Gardener, Orchard House Ltd", bold: true)
        .Line(460, 210, "03/2015 – today")
        .Line(50, 250, "Skills", size: 14, bold: true)
        .Line(50, 270, "Grafting, Pruning, Espalier, Hedge laying, Soil analysis, Irrigation, Composting, Greenhouse care,")
        .Line(50, 282, "Beekeeping, Cider making")
        .NextPage()
        .Line(50, 50, "Education", size: 14, bold: true)
        .Line(50, 70, "BSc Horticulture, University of Nowhere", bold: true)
        .Line(460, 70, "2008 – 2011")
        .Build();
}
