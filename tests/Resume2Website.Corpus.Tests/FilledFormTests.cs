using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Resume2Website.Corpus.Layouts;
using Resume2Website.Corpus.People;
using Resume2Website.Corpus.Printing;
using Resume2Website.Documents;
using Resume2Website.Extraction;
using Resume2Website.Resumes;
using Resume2Website.Tests.Extraction;
using SourceFormat = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Corpus.Tests;

/// <summary>What a network of professionals and the European form make of a person whom no model was trained on, read by the engine that ships.</summary>
public sealed partial class FilledFormTests
{
    private const int PeopleOfALanguage = 4;

    [Theory]
    [InlineData(Form.Network, 0.9)]
    [InlineData(Form.European, 0.9)]
    internal async Task Extract_AFilledForm_FindsWhoWhereWhenAndWhat(Form form, double least)
    {
        await using var services = new ServiceCollection().AddLogging().AddDocumentReader().AddResumeExtraction().BuildServiceProvider();
        var (tally, maker) = (new SortedDictionary<string, (int Right, int All)>(StringComparer.Ordinal), new CorpusMaker(CorpusSet.HeldOut, 11));
        for (var number = 0; number < 8 * PeopleOfALanguage; number++)
        {
            var (document, sheet, _) = maker.Draft(number, LayoutBook.Of(CorpusSet.Train).Single(layout => layout.Form == form));
            var resume = await ReadAsync(services, PdfPrinter.Print(sheet));
            Count(tally, document.Cv!, resume, document.Id);
            foreach (var (pointer, value) in Provenance.ValuesOf(resume).Where(value => !value.Pointer.StartsWith("/x-other", StringComparison.Ordinal)))
                Leaked().IsMatch(value).Should().BeFalse($"{document.Id} {pointer} is {value}");
        }

        foreach (var (field, (right, all)) in tally) TestContext.Current.TestOutputHelper?.WriteLine($"{form} {field}: {right} of {all}");
        tally.Where(field => field.Value.Right < field.Value.All * (field.Key is "name" or "email" ? 1 : least)).Should().BeEmpty();
    }

    private static async Task<Resume> ReadAsync(ServiceProvider services, Printed printed)
    {
        var source = new DocumentSource(printed.Content, SourceFormat.Pdf);
        var document = await services.GetRequiredService<IDocumentReader>().ReadAsync(source, cancellationToken: TestContext.Current.CancellationToken);
        var extracted = await services.GetRequiredService<IResumeExtractor>().ExtractAsync(document, cancellationToken: TestContext.Current.CancellationToken);
        extracted.IsResume.Should().BeTrue();
        Provenance.Complaints(extracted.Resume, document).Should().BeEmpty();
        return extracted.Resume;
    }

    private static void Count(SortedDictionary<string, (int Right, int All)> tally, Cv cv, Resume resume, string id)
    {
        Values("name", [cv.Name], [resume.Basics.Name]);
        Values("email", [cv.Email], [resume.Basics.Email]);
        Values("phone", [cv.Phone], [resume.Basics.Phone]);
        Values("city", [cv.Home?.City], [resume.Basics.Location?.City]);
        Values("summary", [cv.Summary], [resume.Basics.Summary]);
        var roles = cv.Work.SelectMany(employment => employment.Roles.Select(role => (employment, role))).ToList();
        Values("work: employer and title", roles.Select(pair => $"{pair.employment.Name} {pair.role.Title}"), resume.Work.Select(entry => $"{entry.Name} {entry.Position}"));
        Values("work: dates and title", roles.Select(pair => $"{pair.role.When!.Start} {pair.role.When.End} {pair.role.Title}"), resume.Work.Select(entry => $"{entry.StartDate} {entry.EndDate} {entry.Position}"));
        Values("work: place", roles.Select(pair => pair.employment.Place), resume.Work.Select(entry => entry.Location));
        Values("education: school and end", cv.Education.Select(school => $"{school.Institution} {school.When?.End}"), resume.Education.Select(entry => $"{entry.Institution} {entry.EndDate}"));
        Values("education: degree", cv.Education.Select(school => $"{school.Type} {school.Area}"), resume.Education.Select(entry => $"{entry.StudyType} {entry.Area}"));
        Values("languages", cv.Languages.Select(tongue => $"{tongue.Name} {tongue.Level}"), resume.Languages.Select(language => $"{language.Language} {language.Fluency}"));
        Values("skills", cv.Skills.SelectMany(ability => ability.Items), resume.Skills.SelectMany(group => group.Keywords));
        Values("certificates", cv.Certificates.Select(note => note.Name), resume.Certificates.Select(entry => entry.Name));

        void Values(string field, IEnumerable<string?> wanted, IEnumerable<string?> read)
        {
            var found = read.OfType<string>().Select(ReaderTests.Letters).ToList();
            foreach (var value in wanted.OfType<string>().Where(value => value.Length > 0))
            {
                var isRight = found.Remove(ReaderTests.Letters(value));
                var (right, all) = tally.GetValueOrDefault(field);
                tally[field] = (right + (isRight ? 1 : 0), all + 1);
                if (!isRight) TestContext.Current.TestOutputHelper?.WriteLine($"{id} {field}: {value}; read {string.Join(" / ", read)}");
            }
        }
    }

    // How long an employment lasted, how many pages there are.
    [GeneratedRegex(@"\d (?:years?|months?|Jahre?|Monate?|ans|mois|años?|mes|meses|anos?|anni|mesi|jaar|maanden|lata|rok)\)|^\d+ (?:years?|months?) \d+ months?$|Page \d of \d|Seite \d", RegexOptions.CultureInvariant)]
    private static partial Regex Leaked();
}
