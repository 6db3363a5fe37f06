using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using Resume2Website.Templates.Tests.People;

namespace Resume2Website.Templates.Tests.Browsers;

[Trait("Speed", "Slow")]
public sealed class SiteInBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData("rich")]
    [InlineData("sparse")]
    [InlineData("hostile")]
    public async Task Page_OpenedFromAFile_RequestsOnlyItsOwnFiles(string person)
    {
        using var folder = new SiteFolder(await Rendering.SiteOf(Person.Named(person)));
        var page = await chromium.PageAsync(1280);
        var requests = new List<string>();
        var complaints = new List<string>();
        page.Request += (_, request) => requests.Add(request.Url);
        page.Console += (_, message) => complaints.Add(message.Text);
        page.Dialog += (_, dialog) => complaints.Add(dialog.Message);

        await page.GotoAsync(folder.Address);

        requests.Should().Contain(url => url.EndsWith("style.css", StringComparison.Ordinal)).And.OnlyContain(url => url.StartsWith("file://", StringComparison.Ordinal));
        complaints.Should().BeEmpty();
        (await page.EvaluateAsync<string>("getComputedStyle(document.body).fontSize")).Should().Be("17px");
    }

    [Theory]
    [InlineData("rich", 320)]
    [InlineData("rich", 768)]
    [InlineData("sparse", 320)]
    [InlineData("hostile", 320)]
    [InlineData("hostile", 768)]
    [InlineData("hostile", 1280)]
    public async Task Page_AtAnyWidth_NeverScrollsSideways(string person, int width)
    {
        using var folder = new SiteFolder(await Rendering.SiteOf(Person.Named(person)));
        var page = await chromium.PageAsync(width);
        await page.GotoAsync(folder.Address);

        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width);
    }

    [Theory]
    [InlineData("rich", 1280, ColorScheme.Light)]
    [InlineData("rich", 1280, ColorScheme.Dark)]
    [InlineData("rich", 360, ColorScheme.Light)]
    [InlineData("sparse", 1280, ColorScheme.Light)]
    [InlineData("hostile", 360, ColorScheme.Dark)]
    public async Task Page_UnderAxe_HasNoViolation(string person, int width, ColorScheme scheme)
    {
        using var folder = new SiteFolder(await Rendering.SiteOf(Person.Named(person)));
        var page = await chromium.PageAsync(width, scheme);
        await page.GotoAsync(folder.Address);
        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = Axe() });

        var result = await page.EvaluateAsync<string[]>(
            "axe.run({ runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } })"
            + ".then(found => [String(found.passes.length), ...found.violations.map(v => `${v.id}: ${v.nodes.map(n => n.target + ' ' + n.html).join(' | ')}`)])");

        result.Skip(1).Should().BeEmpty();
        int.Parse(result[0]).Should().BeGreaterThan(10, "axe has to have looked");
    }

    [Theory]
    [InlineData("A4")]
    [InlineData("Letter")]
    public async Task Page_Printed_HoldsTheKeyFactsAndWritesLinksOut(string format)
    {
        using var folder = new SiteFolder(await Rendering.SiteOf(Person.Rich));
        var page = await chromium.PageAsync(1280, ColorScheme.Dark);
        await page.GotoAsync(folder.Address);

        var text = await TextOf(await page.PdfAsync(new PagePdfOptions { Format = format, PreferCSSPageSize = true }));

        text.Should().Contain("KatharinaVogelsang").And.Contain("katharina@vogelsang.example.org").And.Contain("(journal.example.org/settlements)");
        foreach (var work in Person.Rich.Work) text.Should().Contain(Squeezed(work.Name!)).And.Contain(Squeezed(work.Position!));
    }

    [Theory]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("pl")]
    public async Task Page_SectionNamesOfOneWord_AreNeverBroken(string language)
    {
        using var folder = new SiteFolder(await Rendering.SiteOf(Person.Rich, Rendering.Today with { Language = language }));
        var page = await chromium.PageAsync(740);
        await page.GotoAsync(folder.Address);
        (await BrokenNames(page)).Should().BeEmpty("on a tablet");

        // What is left of A4's width between the margins of print.css.
        await page.SetViewportSizeAsync(658, 900);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        (await BrokenNames(page)).Should().BeEmpty("on paper");
    }

    private static Task<string[]> BrokenNames(IPage page) => page.EvaluateAsync<string[]>(
        "[...document.querySelectorAll('h2 bdi')].filter(name => !/\\s/.test(name.textContent) && name.getClientRects().length > 1).map(name => name.textContent)");

    private static async Task<string> TextOf(byte[] pdf)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, pdf);
            var reader = Started(path);
            if (reader is null) Assert.Skip("No pdftotext is installed (Debian: apt-get install poppler-utils).");
            using (reader)
            {
                var text = await reader.StandardOutput.ReadToEndAsync();
                await reader.WaitForExitAsync();
                reader.ExitCode.Should().Be(0);
                return Squeezed(text);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Process? Started(string pdf)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("pdftotext", ["-layout", pdf, "-"]) { RedirectStandardOutput = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Axe([CallerFilePath] string caller = "")
    {
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "../../web-tools/node_modules/axe-core/axe.min.js"));
        if (!File.Exists(path)) Assert.Skip("axe-core is not installed (npm ci in tests/web-tools).");
        return path;
    }
}
