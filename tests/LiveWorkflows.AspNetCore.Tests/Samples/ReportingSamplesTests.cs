using System.Text.Json;

namespace LiveWorkflows.AspNetCore.Tests.Samples;

/// <summary>The samples that report from other languages, run against a real server: its summary holds what they did.</summary>
public sealed class ReportingSamplesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Python_CountsWords_AndItsSummaryTellsIt()
    {
        await using var host = await WebHost.StartAsync();
        var plain = Write("plain.txt", "one two three"u8.ToArray());
        var latin = Write("latin.txt", [.. "caf"u8, 0xE9, .. " noir"u8]);
        var missing = Path.Combine(_folder.FullName, "missing.txt");
        var script = Path.Combine(Script.Folder, "python/report.py");

        var (exitCode, output) = await Script.RunAsync("python3", null, script, host.Address.ToString().TrimEnd('/'), plain, latin, missing);

        exitCode.Should().Be(0, output);
        var summary = await OnlySummaryAsync(host);
        summary.GetProperty("status").GetString().Should().Be("completed");
        summary.GetProperty("percentage").GetDouble().Should().Be(100);
        summary.GetProperty("phases")[0].GetProperty("name").GetString().Should().Be("PROCESSING");
        summary.GetProperty("phases")[0].GetProperty("status").GetString().Should().Be("completed");
        summary.GetProperty("counters").GetProperty("words").GetDouble().Should().Be(5);
        Steps(summary).Should().Equal(
            ("Counting file 1", "completed", 1, "3 words so far"), ("Counting file 2", "completed", 1, "5 words so far"), ("Counting file 3", "failed", 1, "No such file or directory."));
        var failed = (await host.Client.GetStringAsync($"/api/v1/workflows/{summary.GetProperty("workflow_id").GetString()}/logs?format=jsonl")).Split('\n')
            .Where(line => line.Contains("\"step_failed\"", StringComparison.Ordinal)).Should().ContainSingle().Which;
        failed.Should().Contain("\"code\":\"unreadable\"").And.Contain("\"category\":\"input\"");
        summary.GetProperty("last_client_seq").GetInt64().Should().Be(12);
        (await File.ReadAllLinesAsync(script)).Should().HaveCountLessThanOrEqualTo(20).And.OnlyContain(line => line.Length <= 120);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Curl_ChecksDigests_AndItsSummaryTellsIt(bool differs)
    {
        await using var host = await WebHost.StartAsync();
        var file = Write("file.txt", "as it was"u8.ToArray());
        var (_, digests) = await Script.RunAsync("sha256sum", _folder.FullName, "file.txt");
        var list = Write("SHA256SUMS", System.Text.Encoding.UTF8.GetBytes(digests));
        if (differs) await File.WriteAllTextAsync(file, "as it was not");

        var (exitCode, output) = await Script.RunAsync("bash", _folder.FullName, Path.GetFullPath(Path.Combine(Script.Folder, "curl/report.sh")), list, host.Address.ToString().TrimEnd('/'));

        exitCode.Should().Be(differs ? 1 : 0, output);
        var summary = await OnlySummaryAsync(host);
        summary.GetProperty("status").GetString().Should().Be(differs ? "failed" : "completed");
        summary.GetProperty("gauges").GetProperty("files").GetDouble().Should().Be(1);
        Steps(summary).Should().Equal(
            ("Reading the list", "completed", 1, "1 files"),
            differs ? ("Comparing digests", "failed", 2, "A file is not what it was.") : ("Comparing digests", "completed", 1, null));
        if (differs) summary.GetProperty("errors").EnumerateArray().Should().Contain(error => error.GetProperty("code").GetString() == "digest_differs");
    }

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static async Task<JsonElement> OnlySummaryAsync(WebHost host)
    {
        var id = (await host.GetJsonAsync("/api/v1/workflows")).Body.GetProperty("workflows").EnumerateArray().Single().GetProperty("workflow_id").GetString();
        return (await host.GetJsonAsync($"/api/v1/workflows/{id}")).Body;
    }

    private static IEnumerable<(string?, string?, int, string?)> Steps(JsonElement summary) =>
        summary.GetProperty("steps").EnumerateArray().Select(step => (
            step.GetProperty("name").GetString(), step.GetProperty("status").GetString(), step.GetProperty("attempt").GetInt32(),
            step.TryGetProperty("detail", out var detail) ? detail.GetString() : null));
}
