using Microsoft.Playwright;
using Resume2Website.Sites;

namespace Resume2Website.SiteChecks.Browsers;

/// <summary>Opens a site from its folder and looks at it in every way that matters, in one page.</summary>
public static class BrowserChecks
{
    private const int Desktop = 1280;
    private const int Phone = 360;
    private static readonly int[] Widths = [320, Phone, 768, Desktop];
    private static readonly string[] Papers = ["A4", "Letter"];

    /// <summary>Looks at a site.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="site">The site.</param>
    /// <param name="facts">What its print must hold (<see cref="KeyFacts"/>).</param>
    /// <exception cref="ToolMissingException">axe-core or pdftotext is not installed.</exception>
    public static async Task<BrowserReport> RunAsync(SiteBrowser browser, Site site, IReadOnlyList<string> facts)
    {
        using var folder = new SiteFolder(site);
        var page = await browser.PageAsync(Desktop);
        try
        {
            var (requests, complaints) = (new List<string>(), new List<string>());
            page.Request += (_, request) => requests.Add(request.Url);
            page.RequestFailed += (_, request) => complaints.Add($"failed: {request.Url}");
            page.Console += (_, message) => complaints.Add(message.Text);
            page.PageError += (_, error) => complaints.Add(error);
            page.Dialog += (_, dialog) => complaints.Add(dialog.Message);
            await page.GotoAsync(folder.Address);
            await page.EvaluateAsync("document.fonts.ready.then(() => true)");
            var isStyled = await page.EvaluateAsync<bool>("getComputedStyle(document.body).fontSize === '17px' && getComputedStyle(document.body).margin === '0px'");
            // What the checks themselves do to the page is not the page's doing.
            var (asked, said) = (requests.ToArray(), complaints.ToArray());

            var sideways = await SidewaysAsync(page);
            var (printed, pages, missing) = await PrintedAsync(page, facts);
            var (violations, kept) = await AxeAsync(page);
            return new BrowserReport
            {
                Loaded = [.. asked.Select(folder.PathOf).OfType<string>()],
                ForeignRequests = [.. asked.Where(request => folder.PathOf(request) is null)],
                Complaints = said,
                IsStyled = isStyled,
                SidewaysAt = sideways,
                Violations = violations,
                RulesKept = kept,
                MissingInPrint = missing,
                PrintedText = printed,
                PrintedPages = pages,
            };
        }
        finally
        {
            await page.CloseAsync();
        }
    }

    private static async Task<IReadOnlyList<int>> SidewaysAsync(IPage page)
    {
        var found = new List<int>();
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 800);
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") > width) found.Add(width);
        }

        return found;
    }

    private static async Task<(string Text, int Pages, IReadOnlyList<string> Missing)> PrintedAsync(IPage page, IReadOnlyList<string> facts)
    {
        // Paper is light whatever the screen is.
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        var (texts, missing) = (new List<string>(), new List<string>());
        foreach (var paper in Papers)
        {
            var text = await PdfText.OfAsync(await page.PdfAsync(new PagePdfOptions { Format = paper, PreferCSSPageSize = true }));
            texts.Add(text);
            missing.AddRange(KeyFacts.MissingFrom(text, facts).Select(fact => $"{paper}: {fact}"));
        }

        return (texts[0], texts[0].Count(c => c == '\f'), missing);
    }

    private static async Task<(IReadOnlyList<string> Violations, int Kept)> AxeAsync(IPage page)
    {
        var (violations, kept) = (new List<string>(), int.MaxValue);
        foreach (var (mode, width, scheme, media) in new[]
        {
            ("light", Desktop, ColorScheme.Light, Media.Screen), ("dark", Desktop, ColorScheme.Dark, Media.Screen),
            ("phone", Phone, ColorScheme.Light, Media.Screen), ("phone, dark", Phone, ColorScheme.Dark, Media.Screen), ("paper", Desktop, ColorScheme.Light, Media.Print),
        })
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, Media = media });
            var (broken, held) = await Axe.RunAsync(page, isPaper: media == Media.Print);
            kept = Math.Min(kept, held);
            violations.AddRange(broken.Select(violation => $"{mode}: {violation}"));
        }

        return (violations, kept);
    }
}
