using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Resume2Website.Server.Hosting;

namespace Resume2Website.Server.Tests.UserGuide;

/// <summary>
/// The real server with one page more: the guide's JavaScript, letter by letter as docs/user-guide.md has it, between an upload and a report of what
/// the page was told.
/// </summary>
internal sealed partial class GuideServer : IAsyncDisposable
{
    private const string Before = """
        const seen = { percentages: [], steps: [], result: null };
        const report = () => fetch('/guide-report', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(seen) });
        const updateProgressBar = (percentage) => seen.percentages.push(percentage);
        const showStepComplete = (name) => seen.steps.push(name);
        const showResults = (result) => { seen.result = result; report(); };
        const form = new FormData();
        form.append('file', new Blob([await (await fetch('/guide-cv.txt')).text()]), 'cv.txt');
        const jobId = (await (await fetch('/api/v1/cv', { method: 'POST', body: form })).json()).job_id;

        """;

    private readonly TemporaryDirectory _data = new();
    private readonly TaskCompletionSource<JsonElement> _report = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication? _app;

    public Uri Page => new(new Uri(_app!.Urls.Single()), "/guide.html");

    /// <summary>What the page said it was told.</summary>
    public Task<JsonElement> Report => _report.Task.WaitAsync(RunningServer.Patience);

    public async Task StartAsync()
    {
        var script = Before + ScriptOfTheGuide();
        _app = ServerHost.Build(["--urls", "http://127.0.0.1:0", "--Resume2Website:DataDirectory", _data.Path]);
        _app.MapGet("/guide.html", () => Results.Content("<!doctype html><title>Guide</title><script type=module src=/guide.js></script>", "text/html"));
        _app.MapGet("/guide.js", () => Results.Content(script, "text/javascript"));
        _app.MapGet("/guide-cv.txt", () => Results.Content(SampleCv.Text, "text/plain"));
        _app.MapPost("/guide-report", (JsonElement said) => _report.TrySetResult(said.Clone()) ? Results.NoContent() : Results.Conflict());
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        _data.Dispose();
    }

    private static string ScriptOfTheGuide()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "docs", "user-guide.md"))) folder = folder.Parent;
        var guide = File.ReadAllText(Path.Combine(folder!.FullName, "docs", "user-guide.md"));
        return Block().Match(guide).Groups["code"].Value;
    }

    [GeneratedRegex("^```javascript\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
