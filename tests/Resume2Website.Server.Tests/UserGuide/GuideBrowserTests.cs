using System.Diagnostics;
using System.Text.Json;
using Resume2Website.Server.Tests.Journey;

namespace Resume2Website.Server.Tests.UserGuide;

/// <summary>Every line of the guide's JavaScript, in the browsers that people have.</summary>
/// <remarks>In one group with the page's own tests, so that browsers run one after another.</remarks>
[Collection(JourneyBrowserGroup.Name)]
[Trait("Speed", "Slow")]
public sealed class GuideBrowserTests
{
    [Theory]
    [InlineData("/usr/bin/chromium")]
    [InlineData("/usr/bin/firefox-esr")]
    public async Task JavaScript_AsWritten_ShowsProgressStepsAndTheResult(string browser)
    {
        Assert.SkipUnless(File.Exists(browser), $"{browser} is not installed");
        await using var server = new GuideServer();
        await server.StartAsync();
        using var profile = new TemporaryDirectory();
        using var window = Open(browser, profile.Path, server.Page);
        try
        {
            var said = await server.Report;
            var percentages = said.GetProperty("percentages").EnumerateArray().Select(percentage => percentage.GetDouble()).ToArray();
            percentages.Should().BeInAscendingOrder();
            percentages[^1].Should().Be(100);
            said.GetProperty("steps").EnumerateArray().Should().HaveCountGreaterThan(5);
            var result = said.GetProperty("result");
            result.GetProperty("site_url").GetString().Should().EndWith("/site/");
            result.GetProperty("sections").GetProperty("work").GetInt32().Should().Be(2);
        }
        finally
        {
            window.Kill(entireProcessTree: true);
            await window.WaitForExitAsync();
        }
    }

    private static Process Open(string browser, string profile, Uri page)
    {
        string[] arguments = browser.EndsWith("chromium", StringComparison.Ordinal)
            ? ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", $"--user-data-dir={profile}", page.ToString()]
            : ["--headless", "--no-remote", "--profile", profile, page.ToString()];
        var start = new ProcessStartInfo(browser, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HOME"] = profile;
        var process = Process.Start(start)!;
        // Read and let go: a browser that fills its pipe stands still.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
