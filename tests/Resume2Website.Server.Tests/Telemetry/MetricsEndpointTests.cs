using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Resume2Website.Server.Tests.Telemetry;

public sealed partial class MetricsEndpointTests
{
    [Fact]
    public async Task Metrics_AfterAJob_AreValidPrometheusText()
    {
        await using var server = new RunningServer();
        await server.InitializeAsync();
        using var visitor = server.NewVisitor();
        var job = await visitor.SubmitAsync();
        await visitor.FollowAsync(job.Text("stream_url"));

        // The figures follow the events, a moment later.
        using var patience = new CancellationTokenSource(RunningServer.Patience);
        var text = "";
        while (!text.Contains("workflow_duration_count", StringComparison.Ordinal))
        {
            using var answer = await visitor.GetAsync("/metrics", patience.Token);
            answer.Content.Headers.ContentType!.MediaType.Should().Be("text/plain");
            text = await answer.Content.ReadAsStringAsync(patience.Token);
        }

        var samples = ShouldBeValid(text);
        samples.Should().Contain(sample => sample.Contains("liveworkflows_workflow_type=\"cv_processing\"") && sample.Contains("liveworkflows_status=\"completed\""));
        samples.Should().Contain(sample => sample.Contains("tracker_events"));
        samples.Should().Contain(sample => sample.StartsWith("liveworkflows_workflow_duration_count{", StringComparison.Ordinal));
        samples.Should().Contain(sample => sample.StartsWith("liveworkflows_tracker_events", StringComparison.Ordinal));
        text.Should().NotContain("liveworkflows_liveworkflows").And.Contain("# TYPE liveworkflows_workflow_duration histogram");
        text.Should().NotContain(SampleCv.Name).And.NotContain(job.Text("job_id"));
    }

    [Fact]
    public async Task Metrics_ForwardedFromElsewhereWithoutTheKey_AreRefused()
    {
        await using var server = new RunningServer();
        await server.InitializeAsync();
        using var visitor = server.NewVisitor();
        visitor.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        using var answer = await visitor.GetAsync("/metrics", TestContext.Current.CancellationToken);
        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    /// <summary>The exposition format: every sample has a line of its own, a type before it, and labels that are quoted; histograms rise to +Inf, which is their count.</summary>
    private static IReadOnlyList<string> ShouldBeValid(string text)
    {
        text.Should().EndWith("\n").And.NotContain("\r");
        var types = new Dictionary<string, string>();
        var samples = new List<string>();
        var buckets = new Dictionary<string, double>();
        foreach (var line in text.Split('\n')[..^1])
        {
            if (line.StartsWith("# TYPE ", StringComparison.Ordinal)) types.TryAdd(line.Split(' ')[2], line.Split(' ')[3]).Should().BeTrue(line);
            if (line.Length == 0 || line[0] == '#') continue;
            var match = Sample().Match(line);
            match.Success.Should().BeTrue(line);
            var name = match.Groups["name"].Value;
            var family = types.ContainsKey(name) ? name : Suffix().Replace(name, "");
            types.Should().ContainKey(family, line);
            var value = match.Groups["value"].Value;
            if (name.EndsWith("_bucket", StringComparison.Ordinal))
            {
                var series = name + Bound().Replace(match.Groups["labels"].Value, "");
                var count = double.Parse(value, CultureInfo.InvariantCulture);
                count.Should().BeGreaterThanOrEqualTo(buckets.GetValueOrDefault(series), line);
                buckets[series] = count;
            }

            samples.Add(line);
        }

        samples.Select(line => line[..line.LastIndexOf(' ')]).Should().OnlyHaveUniqueItems();
        return samples;
    }

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?<labels>([a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\["\\n])*",?)*)\})? (?<value>[-+]?(\d+(\.\d+)?([eE][-+]?\d+)?|Inf)|NaN)$""")]
    private static partial Regex Sample();

    [GeneratedRegex("_(bucket|sum|count|total)$")]
    private static partial Regex Suffix();

    [GeneratedRegex(",?le=\"[^\"]*\"")]
    private static partial Regex Bound();
}
