using System.Diagnostics;
using Resume2Website.Resumes;
using Resume2Website.SiteChecks;
using Resume2Website.SiteChecks.Browsers;
using Resume2Website.SiteChecks.Markup;
using Resume2Website.SiteChecks.Scores;
using Resume2Website.Sites;
using Resume2Website.Sites.Gates;

namespace Resume2Website.Eval.Sites;

/// <summary>Renders and measures every site, one after another: what measures time must be alone.</summary>
internal sealed class SitesRun(SitesOptions options, SitePeople people, ISiteRenderer renderer)
{
    private const int Warmups = 3;
    private const int Renderings = 9;
    private static readonly DateOnly Today = new(2026, 11, 1);

    /// <summary>Measures and prints; 0 when every gate holds, 1 when one fails.</summary>
    /// <exception cref="ToolMissingException">A program that a check needs is not installed.</exception>
    public async Task<int> RunAsync(TextWriter output)
    {
        var templates = renderer.Templates.Select(template => template.Name).Where(name => options.Templates.Count == 0 || options.Templates.Contains(name)).ToArray();
        if (options.Templates.Except(templates).FirstOrDefault() is { } unknown) throw new ArgumentException($"There is no template '{unknown}': {string.Join(", ", renderer.Templates.Select(template => template.Name))}.");
        var resumes = await people.ReadAsync();
        if (options.People.Except(resumes.Keys).FirstOrDefault() is { } stranger) throw new ArgumentException($"There is nobody called '{stranger}'.");

        var (rows, sites) = (new List<SiteRow>(), new Dictionary<string, Site>());
        await using (var browser = await SiteBrowser.StartAsync())
        {
            foreach (var template in templates)
            {
                foreach (var (person, resume) in resumes)
                {
                    await SayAsync($"{rows.Count + 1} of {templates.Length * resumes.Count}: {template}, {person}");
                    var (row, site) = await MeasureAsync(browser, template, person, resume);
                    sites[$"{template}-{person}"] = site;
                    rows.Add(row);
                }
            }
        }

        await SayAsync("Nu HTML checker, all sites");
        var markup = (await NuChecker.CheckAsync(sites)).ToLookup(message => message.Site);
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, name) = (rows[i], $"{rows[i].Template}-{rows[i].Person}");
            if (options.OnPhones) await SayAsync($"Lighthouse, {i + 1} of {rows.Count}: {name}");
            rows[i] = row with
            {
                Markup = [.. markup[name]],
                Phone = options.OnPhones ? await Lighthouse.RunAsync(sites[name]) : null,
                Desktop = options.OnDesktops ? await Lighthouse.RunAsync(sites[name], isDesktop: true) : null,
            };
        }

        foreach (var (name, site) in options.Folder is null ? [] : sites) SiteFolder.Write(site, Path.Combine(options.Folder!, name));
        if (options.AsJson) await output.WriteLineAsync(SitesTable.Json(rows));
        else SitesTable.Write(rows, output);
        return rows.Exists(row => row.Failures.Count > 0) ? 1 : 0;
    }

    private async Task<(SiteRow Row, Site Site)> MeasureAsync(SiteBrowser browser, string template, string person, Resume resume)
    {
        var design = new SiteOptions { Template = template, AsOf = Today };
        var times = new List<double>();
        for (var i = 0; i < Warmups + Renderings; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await renderer.RenderAsync(resume, design);
            if (i >= Warmups) times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        var site = await renderer.RenderAsync(resume, design);
        var findings = SiteGates.Check(resume, design, site);
        var report = await BrowserChecks.RunAsync(browser, site, KeyFacts.Of(resume, design));
        return (new SiteRow
        {
            Template = template,
            Person = person,
            Content = Content.Shown(findings, resume, design),
            Browser = report,
            Findings = findings,
            // A browser without a window asks for no icon; one with a window does.
            Kilobytes = report.Loaded.Append("favicon.svg").Distinct().Sum(path => site.Find(path)?.Content.Length ?? 0) / 1024.0,
            RenderMilliseconds = times.Order().ElementAt(times.Count / 2),
        }, site);
    }

    private static Task SayAsync(string line) => Console.Error.WriteLineAsync(line);
}
