using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Resume2Website.Bench.Documents;
using Resume2Website.Resumes;
using Resume2Website.Sites;
using Resume2Website.Sites.Gates;
using Resume2Website.Templates;

namespace Resume2Website.Bench.Sites;

/// <summary>How long it takes to make a site of a résumé, and all templates of one; beside it the page of a JSON Resume theme, in the same rounds.</summary>
internal static class SitesBenchmark
{
    private const double PageLimit = 50;
    private const double AllLimit = 1000;
    private const string Person = "tests/Resume2Website.Templates.Tests/People/rich.json";

    public static async Task<int> RunAsync(bool isSmoke)
    {
        var (rounds, count) = isSmoke ? (1, 2) : (5, 30);
        var file = Checkout.Path(Person);
        var resume = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(file), ResumeJson.Default.Resume)!;
        await using var services = new ServiceCollection().AddSiteTemplates().BuildServiceProvider();
        var renderer = services.GetRequiredService<ISiteRenderer>();
        var designs = renderer.Templates.Select(template => new SiteOptions { Template = template.Name, AsOf = new DateOnly(2026, 11, 1) }).ToArray();
        var report = new Report($"Sites of one rich, invented résumé in {designs.Length} templates, one after another; a site is page, style sheet, fonts, preview picture, data and card", "milliseconds", "median", "p95");

        var first = await TimeAsync(() => renderer.RenderAsync(resume, designs[0]));
        var (sites, all, gates, peer) = (designs.ToDictionary(design => design.Template, _ => new List<double>()), new List<double>(), new List<double>(), new List<double>());
        for (var round = -1; round < rounds; round++)
        {
            for (var i = 0; i < count; i++)
            {
                var together = 0.0;
                foreach (var design in designs)
                {
                    var time = await TimeAsync(() => renderer.RenderAsync(resume, design));
                    together += time;
                    if (round >= 0) sites[design.Template].Add(time);
                }

                if (round >= 0) all.Add(together);
            }

            var site = await renderer.RenderAsync(resume, designs[0]);
            for (var i = 0; i < count; i++)
            {
                var begun = Stopwatch.GetTimestamp();
                SiteGates.Check(resume, designs[0], site);
                if (round >= 0) gates.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }

            if (round >= 0) peer.AddRange(await ThemePeer.RunAsync(file, count));
        }

        report.Row("first site of the process", Report.Number(first), "");
        foreach (var (template, times) in sites) Add(report, $"site, {template}", times);
        Add(report, $"all {designs.Length} templates", all);
        Add(report, "checking a site with the gates", gates);
        if (peer.Count == 0) report.Row("jsonresume-theme-even: not installed, so without a peer", "", "");
        else
        {
            Add(report, "page alone, jsonresume-theme-even in node", peer);
            report.Row("a site of ours in pages of it", Report.Number(Statistics.Median(sites.Values.SelectMany(times => times)) / Statistics.Median(peer)), "");
        }

        foreach (var (template, times) in sites) report.AtMost($"a site in {template}, p95", Statistics.Percentile([.. times], 0.95), PageLimit, "ms");
        report.AtMost("all templates of a résumé, p95", Statistics.Percentile([.. all], 0.95), AllLimit, "ms");
        return report.Print(isSmoke);
    }

    private static async Task<double> TimeAsync(Func<Task<Site>> render)
    {
        var begun = Stopwatch.GetTimestamp();
        await render();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static void Add(Report report, string name, List<double> samples) =>
        report.Row(name, Report.Number(Statistics.Median(samples)), Report.Number(Statistics.Percentile([.. samples], 0.95)));
}
