using System.Text.RegularExpressions;

namespace Resume2Website.Server.Tests.Telemetry;

/// <summary>The page that shows the API works without the internet: whatever it loads comes from this server.</summary>
public sealed partial class ApiPageTests(RunningServer server)
{
    [Fact]
    public async Task ApiPage_LoadsItsScriptsAndTheDocumentFromThisServerAlone()
    {
        using var visitor = server.NewVisitor();
        using var answer = await visitor.GetAsync("/scalar/", TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        answer.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("connect-src 'self'").And.NotContain("http");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var scripts = Script().Matches(page).Select(match => match.Groups["src"].Value).ToArray();
        scripts.Should().NotBeEmpty().And.NotContain(src => src.Contains("//", StringComparison.Ordinal));
        foreach (var script in scripts)
        {
            using var loaded = await visitor.GetAsync($"/scalar/{script}", TestContext.Current.CancellationToken);
            loaded.EnsureSuccessStatusCode();
            loaded.Content.Headers.ContentType!.MediaType.Should().Contain("javascript");
        }

        (await visitor.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken)).Should().Contain("\"openapi\": \"3.1").And.Contain("text/event-stream").And.Contain("/metrics");
    }

    [GeneratedRegex("<script[^>]* src=\"(?<src>[^\"]+)\"")]
    private static partial Regex Script();
}
