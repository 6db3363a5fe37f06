using System.Text.Json;
using Resume2Website.Resumes;
using Resume2Website.SiteChecks;

namespace Resume2Website.Eval.Sites;

/// <summary>Whose sites are measured: the people of the tests, and CVs as the engine reads them.</summary>
internal sealed class SitePeople(SitesOptions options, Predictor predictor)
{
    private static readonly string[] Invented = ["rich", "sparse", "hostile"];

    /// <summary>Their résumés by their names.</summary>
    public async Task<IReadOnlyDictionary<string, Resume>> ReadAsync()
    {
        var people = new Dictionary<string, Resume>();
        foreach (var name in Invented.Where(IsWanted))
        {
            var file = Path.Combine(WebTools.Root, "tests/Resume2Website.Templates.Tests/People", name + ".json");
            people[name] = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(file), ResumeJson.Default.Resume)!;
        }

        foreach (var document in Documents())
        {
            if ((await predictor.PredictAsync(document)).Resume is { } resume) people[document.Id] = resume;
            else await Console.Error.WriteLineAsync($"{document.Id} is refused by the engine and left out");
        }

        return people;
    }

    private bool IsWanted(string name) => options.People.Count == 0 || options.People.Contains(name);

    /// <summary>CVs of as many languages as there are to be; those that are asked for by name, whatever their language.</summary>
    private IReadOnlyList<CorpusDocument> Documents()
    {
        var corpus = Path.Combine(WebTools.Root, ".build/held-out");
        if (!Directory.Exists(Path.Combine(corpus, "docs"))) return [];
        var cvs = CorpusDocument.In(corpus).Where(document => File.Exists(Path.Combine(corpus, "truth", document.Id + ".json"))).ToArray();
        return options.People.Count > 0
            ? [.. cvs.Where(document => options.People.Contains(document.Id))]
            : [.. cvs.GroupBy(document => document.Groups.FirstOrDefault(group => group.StartsWith("language", StringComparison.Ordinal))).Select(group => group.First()).Take(options.Cvs)];
    }
}
