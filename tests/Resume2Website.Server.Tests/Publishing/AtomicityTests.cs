using System.Text.RegularExpressions;

namespace Resume2Website.Server.Tests.Publishing;

/// <summary>The law of publishing: whoever reads meanwhile sees one version or another, never none and never parts of two.</summary>
public sealed partial class AtomicityTests(RunningServer server)
{
    private const int Readers = 8;
    private const int Flips = 20;
    private const int FewestReads = 200;

    [Fact]
    public async Task Readers_WhileVersionsChange_SeeWholeVersions()
    {
        using var owner = await Owner.ArriveAsync(server);
        await owner.DesignAsync("""{"template":"gutter"}""");
        var url = (await owner.PublishAsync(Owner.NewSlug())).Text("url");
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(() => ReadAsync(url, stop.Token))).ToList();

        string[] templates = ["ledger", "folio", "scholar", "board", "gutter"];
        for (var flip = 0; flip < Flips; flip++)
        {
            if (flip % 4 == 3) (await owner.PostAsync("rollback")).EnsureSuccessStatusCode();
            else
            {
                await owner.DesignAsync($$"""{"template":"{{templates[flip % templates.Length]}}"}""");
                await owner.PublishAsync();
            }
        }

        await stop.CancelAsync();
        var seen = (await Task.WhenAll(readers)).SelectMany(reads => reads).ToList();
        seen.Count.Should().BeGreaterThan(FewestReads);
        seen.Where(read => read.Fault is not null).Select(read => read.Fault).Should().BeEmpty();
        seen.Select(read => (read.Page, read.Style)).Distinct().GroupBy(pair => pair.Page).Should().OnlyContain(pairs => pairs.Count() == 1, "a page has one style sheet, whenever it is read");
        seen.Select(read => read.Page).Distinct().Count().Should().BeGreaterThan(5, "the versions changed while they were read");
    }

    private async Task<List<(string? Page, string? Style, string? Fault)>> ReadAsync(string url, CancellationToken stop)
    {
        using var client = server.NewVisitor();
        var seen = new List<(string?, string?, string?)>();
        while (!stop.IsCancellationRequested)
        {
            using var page = await client.GetAsync(url, CancellationToken.None);
            var html = await page.Content.ReadAsStringAsync(CancellationToken.None);
            var path = StyleSheet().Match(html).Groups[1].Value;
            using var style = await client.GetAsync(url + path, CancellationToken.None);
            var fault = !page.IsSuccessStatusCode ? $"page {(int)page.StatusCode}" : !style.IsSuccessStatusCode ? $"{path} {(int)style.StatusCode}" : null;
            seen.Add((page.Headers.ETag?.Tag, style.Headers.ETag?.Tag, fault));
        }

        return seen;
    }

    [GeneratedRegex("""<link rel="stylesheet" href="([^"]+)["]""")]
    private static partial Regex StyleSheet();
}
