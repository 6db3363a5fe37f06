using System.Text.Json;
using LiveWorkflows.AspNetCore.Tests.Sse;

namespace LiveWorkflows.AspNetCore.Tests.Export;

public sealed class LogsEndpointTests
{
    private const string Nasty = "a \"quoted\", line\nand =another\u2028one";

    [Fact]
    public async Task Logs_AsJsonAndJsonLines_AreTheStoredEvents()
    {
        await using var host = await WebHost.StartAsync();
        var id = await RunAsync(host);
        var stored = await StoredFrames.OfAsync(host.Log, id);

        using var json = JsonDocument.Parse(await host.Client.GetStringAsync($"/api/v1/workflows/{id}/logs"));
        var lines = (await host.Client.GetStringAsync($"/api/v1/workflows/{id}/logs?format=jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        json.RootElement.EnumerateArray().Select(item => item.GetProperty("event").GetString()).Should().Equal(stored.Select(frame => frame.Event));
        lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("seq").GetRawText()).Should().Equal(stored.Select(frame => frame.Id));
    }

    [Fact]
    public async Task Logs_AsCsv_HaveOneRecordAnEventWhateverTheTextSays()
    {
        await using var host = await WebHost.StartAsync();
        var id = await RunAsync(host);

        var records = Records(await host.Client.GetStringAsync($"/api/v1/workflows/{id}/logs?format=csv"));

        records.Should().HaveCount((await StoredFrames.OfAsync(host.Log, id)).Count + 1);
        records.Should().OnlyContain(record => record.Count == records[0].Count);
        var log = records.Single(record => record[2] == "log");
        log[records[0].IndexOf("message")].Should().Be(Nasty);
    }

    [Fact]
    public async Task Logs_AsText_HaveOneLineAnEventWhateverTheTextSays()
    {
        await using var host = await WebHost.StartAsync();
        var id = await RunAsync(host);

        var text = await host.Client.GetStringAsync($"/api/v1/workflows/{id}/logs?format=text");

        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount((await StoredFrames.OfAsync(host.Log, id)).Count);
        text.Should().NotContain("\u2028");
    }

    [Fact]
    public async Task Logs_AsTrace_OpenAndCloseEverySlice()
    {
        await using var host = await WebHost.StartAsync();
        var id = await RunAsync(host);

        using var trace = JsonDocument.Parse(await host.Client.GetStringAsync($"/api/v1/workflows/{id}/logs?format=trace"));

        var events = trace.RootElement.GetProperty("traceEvents").EnumerateArray().ToList();
        var begun = events.Where(item => item.GetProperty("ph").GetString() == "b").Select(item => item.GetProperty("id").GetString());
        events.Where(item => item.GetProperty("ph").GetString() == "e").Select(item => item.GetProperty("id").GetString()).Should().BeEquivalentTo(begun).And.HaveCount(3);
        events.Should().OnlyContain(item => item.GetProperty("name").ValueKind == JsonValueKind.String && item.GetProperty("ts").GetInt64() > 0 && item.GetProperty("pid").GetInt32() == 1);
        var curve = events.Should().ContainSingle(item => item.GetProperty("ph").GetString() == "C").Which;
        curve.GetProperty("name").GetString().Should().Be("rows");
        curve.GetProperty("args").GetRawText().Should().Be("{\"value\":7}");
    }

    [Fact]
    public async Task Logs_AfterANumber_HoldOnlyWhatIsNew()
    {
        await using var host = await WebHost.StartAsync();
        var id = await RunAsync(host);

        var all = await host.Client.GetStringAsync($"/api/v1/workflows/{id}/logs?format=jsonl");
        var news = await host.Client.GetStringAsync($"/api/v1/workflows/{id}/logs?format=jsonl&after_seq=2");

        news.Should().NotBeEmpty().And.Be(string.Join('\n', all.Split('\n')[2..]));
    }

    private static async Task<string> RunAsync(WebHost host)
    {
        await using var workflow = host.Tracker.Start("import");
        using (var phase = workflow.BeginPhase(WorkflowPhase.Processing))
        {
            workflow.Log("information", Nasty);
            workflow.Counter("rows").Add(7);
            workflow.StartTimer("reading").Stop();
            phase.BeginStep("=read").Complete(Nasty);
            phase.Complete();
        }

        workflow.Complete();
        return workflow.Id;
    }

    /// <summary>RFC 4180, read by the letter.</summary>
    private static List<List<string>> Records(string csv)
    {
        var records = new List<List<string>> { new() { "" } };
        var quoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            var record = records[^1];
            if (quoted && csv[i] == '"' && i + 1 < csv.Length && csv[i + 1] == '"') record[^1] += csv[i++];
            else if (csv[i] == '"') quoted = !quoted;
            else if (!quoted && csv[i] == ',') record.Add("");
            else if (!quoted && csv[i] == '\r' && csv[i + 1] == '\n') { records.Add([""]); i++; }
            else record[^1] += csv[i];
        }

        records.RemoveAt(records.Count - 1);
        return records;
    }
}
