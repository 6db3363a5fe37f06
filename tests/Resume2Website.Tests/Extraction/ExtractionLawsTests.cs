using System.Text.Json;
using CsCheck;
using Resume2Website.Documents;
using Resume2Website.Extraction;
using Resume2Website.Extraction.Learned;
using Resume2Website.Extraction.Parsing;
using Resume2Website.Extraction.Rules;
using Resume2Website.Resumes;

namespace Resume2Website.Tests.Extraction;

/// <summary>What holds for every engine and every text.</summary>
[Trait("Speed", "Slow")]
public sealed class ExtractionLawsTests
{
    private static readonly string[] Pieces =
    [
        "Experience", "Ausbildung", "Skills", "Langues", "Certificaciones", "Projects", "Head Gardener", "Orchard House Ltd, Kent", "2015 – 2018", "(03/19 – heute)", "since 2020",
        "beatrix@example.org", "+44 7700 900123", "github.com/beatrix-o", "English (Native); Polish (B1)", "Tools: a, b, c", "Bachelor of Arts, History", "University of Nowhere",
        "Courses", "Relevant coursework: a, b", "Courses:", "References", "— Ada Rowe, Porter", "(4 years 3 months)", "2 Jahre", "B2 B2 C1", "Pruned four hundred trees a year.", "|", "–", ",", "(", "1. A Title. A Journal (2019).", "Beatrix Oakenshaw", "\t", "日本語", "مرحبا", "\uD83D\uDE00", "\uD800", "\u00AD", "'", "·", "@", "https://", "0", "a a a a a a",
    ];

    private static readonly Gen<string> Words = Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]), Gen.String);

    private static readonly Gen<SourceLine> Lines =
        from parts in Words.Array[1, 5]
        from place in Gen.Select(Gen.Double[0, 500], Gen.Double[0, 800], Gen.Double[6, 24])
        from look in Gen.Select(Gen.Bool, Gen.Bool, Gen.Int[0, 4])
        from page in Gen.Int[1, 3]
        select new SourceLine
        {
            Page = page, Number = 1, Text = string.Join(' ', parts), FontSize = place.Item3, Bold = look.Item1, Italic = look.Item2,
            Role = (SourceLineRole)look.Item3, Box = new SourceBox(place.Item1, place.Item2, 100, place.Item3),
        };

    private static readonly Gen<SourceDocument> Documents =
        from lines in Lines.Array[0, 40]
        from hasPlaces in Gen.Bool
        from format in Gen.Int[(int)DocumentFormat.Pdf, (int)DocumentFormat.Markdown].Select(number => (DocumentFormat)number)
        select new SourceDocument
        {
            Format = format,
            Pages = [.. Enumerable.Range(1, 3).Select(number => new SourcePage(number, 595, 842))],
            Lines = [.. lines.OrderBy(line => line.Page).Select((line, i) => line with { Number = i + 1, Box = hasPlaces ? line.Box : null })],
        };

    [Fact]
    public void Extract_AnyDocument_GivesAResultAndTheSameTwice() => Documents.Hold(document =>
    {
        var (first, second) = (Json(Extract(document)), Json(Extract(document)));
        first.Should().Be(second);
    }, 150, Shown);

    [Fact]
    public void Extract_AnyDocument_EveryValueStandsInIt() => Documents.Hold(document =>
    {
        var source = TextFolding.Squash(string.Concat(document.Lines.Select(line => line.Text)));
        foreach (var word in ResumeValues(Extract(document).Resume).SelectMany(TextFolding.Words))
        {
            source.Should().Contain(word);
        }
    }, 150, Shown);

    [Fact]
    public void Extract_AnyDocument_EveryValueStandsWhereItIsSaidToStand() =>
        Documents.Hold(document => Provenance.Complaints(Extract(document).Resume, document).Should().BeEmpty(), 150, Shown);

    [Fact]
    public void Extract_AnyDocument_ConfidenceAndCoverageAreShares() => Documents.Hold(document =>
    {
        var meta = Extract(document).Resume.Meta!;
        meta.Confidence!.Values.Should().OnlyContain(value => value >= 0 && value <= 1);
        meta.Coverage.Should().BeInRange(0, 1);
        meta.Placed.Should().BeInRange(0, meta.Coverage!.Value);
        // Of lines that found no place nothing is claimed that could be right or wrong.
        meta.Provenance!.Keys.Where(pointer => !pointer.StartsWith("/x-other/", StringComparison.Ordinal)).Should().BeEquivalentTo(meta.Confidence!.Keys);
    }, 100, Shown);

    [Fact]
    public void Extract_AnyDocument_ByRulesAlone_LosesNothingAndInventsNothingEither() => Documents.Hold(document =>
    {
        var resume = new RuleExtractor().ExtractAsync(document).GetAwaiter().GetResult().Resume;
        if (document.Lines.Count > 0) resume.Meta!.Coverage.Should().BeOneOf(0, 1);
        var source = TextFolding.Squash(string.Concat(document.Lines.Select(line => line.Text)));
        ResumeValues(resume).SelectMany(TextFolding.Words).Should().OnlyContain(word => source.Contains(word, StringComparison.Ordinal));
    }, 60, Shown);

    [Fact]
    public void Extract_AnyDocument_LosesNoWordOfALine() => Documents.Hold(document =>
    {
        if (document.Lines.Count > 0) Extract(document).Resume.Meta!.Coverage.Should().BeOneOf(0, 1);
    }, 100, Shown);

    private static ExtractedResume Extract(SourceDocument document) => new LearnedExtractor().ExtractAsync(document).GetAwaiter().GetResult();

    private static string Shown(SourceDocument document) =>
        string.Join('\n', document.Lines.Select(line => $"page {line.Page}, {line.Role}, {line.FontSize:0.#} pt{(line.Bold ? ", bold" : "")}: {JsonSerializer.Serialize(line.Text)}"));

    private static string Json(ExtractedResume extracted) => JsonSerializer.Serialize(extracted.Resume, ResumeJson.Default.Resume) + extracted.IsResume + extracted.Confidence;

    // Dates are rewritten, networks are named after their hosts, and addresses get a scheme: all else is the document's own words.
    private static IEnumerable<string> ResumeValues(Resume resume) =>
    [
        .. Texts(resume.Basics.Name, resume.Basics.Label, resume.Basics.Email, resume.Basics.Phone, resume.Basics.Summary, resume.Basics.Location?.City, resume.Basics.Location?.Region),
        .. resume.Work.SelectMany(entry => Texts([entry.Name, entry.Position, entry.Location, entry.Summary, .. entry.Highlights])),
        .. resume.Volunteer.SelectMany(entry => Texts([entry.Organization, entry.Position, entry.Summary, .. entry.Highlights])),
        .. resume.Education.SelectMany(entry => Texts(entry.Institution, entry.StudyType, entry.Area, entry.Score, entry.Summary)),
        .. resume.Projects.SelectMany(entry => Texts([entry.Name, entry.Description, .. entry.Highlights])),
        .. resume.Awards.SelectMany(entry => Texts(entry.Title, entry.Awarder, entry.Summary)),
        .. resume.Certificates.SelectMany(entry => Texts(entry.Name, entry.Issuer)),
        .. resume.Publications.SelectMany(entry => Texts(entry.Name, entry.Publisher, entry.Summary)),
        .. resume.Skills.SelectMany(group => Texts([group.Name, .. group.Keywords])),
        .. resume.Languages.SelectMany(language => Texts(language.Language, language.Fluency)),
        .. resume.Interests.SelectMany(interest => Texts(interest.Name)),
    ];

    private static IEnumerable<string> Texts(params IEnumerable<string?> texts) => texts.OfType<string>();
}
