using System.Collections.Concurrent;
using System.Threading.Channels;
using LiveWorkflows.AspNetCore.Sse;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace LiveWorkflows.AspNetCore.Tests.Tabs;

/// <summary>A server with one workflow and a page that watches it with the module, and a browser to open the page in.</summary>
internal sealed class WatchedSite : IAsyncDisposable
{
    private const string Page =
        """
        <!doctype html><title>Watching</title>
        <script type="module">
          import { watchWorkflow } from '/liveworkflows.js';

          globalThis.seen = [];
          globalThis.watch = watchWorkflow('/api/v1/sse/workflows/watched', {
            onEvent: ({ event, seq }) => seen.push(seq ?? event),
          });
          globalThis.saw = async (seq) => {
            while (watch.lastSeq < seq) await new Promise((resolve) => watch.addEventListener('*', resolve, { once: true }));
            return true;
          };
          const tell = (what) => fetch('/told', { method: 'POST', body: what });
          addEventListener('pageshow', ({ persisted }) => { if (persisted) tell('back'); });
          watch.finished.then(({ reason }) => tell(`${reason} ${watch.connection} ${seen}`), ({ message }) => tell(message));
        </script>
        """;

    private readonly IBrowserContext _browser;
    private readonly WebHost _host;
    private readonly ConcurrentQueue<string> _asked;
    private readonly Channel<string> _told;

    private WatchedSite(IBrowserContext browser, WebHost host, Workflow workflow, ConcurrentQueue<string> asked, Channel<string> told) =>
        (_browser, _host, Workflow, _asked, _told) = (browser, host, workflow, asked, told);

    public Workflow Workflow { get; }

    /// <summary>Behind which event each stream was to begin, in the order in which they were asked for; empty from the start.</summary>
    public string[] Asked => [.. _asked];

    /// <summary>The streams that the server has open now.</summary>
    public int OpenStreams => _host.Get<OpenStreams>().Count;

    public static async Task<WatchedSite> StartAsync(TabsBrowser browser)
    {
        var asked = new ConcurrentQueue<string>();
        var told = Channel.CreateUnbounded<string>();
        var module = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Tabs", "liveworkflows.js"));
        var host = await WebHost.StartAsync(map: application =>
        {
            application.Use((context, next) =>
            {
                if (context.Request.Path.StartsWithSegments("/api/v1/sse")) asked.Enqueue(context.Request.Query["last_event_id"].ToString());
                return next(context);
            });
            application.MapGet("/", () => Results.Content(Page, "text/html; charset=utf-8"));
            application.MapPost("/told", async (HttpRequest request) =>
            {
                using var reader = new StreamReader(request.Body);
                told.Writer.TryWrite(await reader.ReadToEndAsync());
            });
            application.MapGet("/elsewhere", () => Results.Content("<!doctype html><title>Elsewhere</title>", "text/html; charset=utf-8"));
            application.MapGet("/liveworkflows.js", () => Results.Content(module, "text/javascript; charset=utf-8"));
        });
        var workflow = await host.Tracker.StartAsync("watched", new WorkflowOptions { Id = "watched" });
        return new WatchedSite(await browser.OpenAsync(), host, workflow, asked, told);
    }

    public string AddressOf(string path) => new Uri(_host.Address, path).ToString();

    public async Task<IPage> OpenTabAsync()
    {
        var tab = await _browser.NewPageAsync();
        await tab.GotoAsync(AddressOf("/"));
        return tab;
    }

    /// <summary>Publishes so many events; the answer is the number of the last, once it is stored.</summary>
    public async Task<long> PublishAsync(int count)
    {
        for (var i = 0; i < count; i++) Workflow.Log("information", "on and on");
        await Workflow.FlushAsync();
        return Workflow.GetSummary().LastSeq;
    }

    /// <summary>Waits until each tab has seen the event of a number.</summary>
    public static Task SeeAsync(long seq, params IPage[] tabs) => Task.WhenAll(tabs.Select(tab => tab.EvaluateAsync("seq => saw(seq)", seq))).WaitAsync(WebHost.Patience);

    /// <summary>What a tab tells next: that it is back, or how its watch ended and the numbers that it has seen.</summary>
    public async Task<string> HearAsync() => await _told.Reader.ReadAsync().AsTask().WaitAsync(WebHost.Patience);

    /// <summary>Waits until the server has so many streams open: it learns of a tab that went only when the connection is gone.</summary>
    public async Task HaveOpenAsync(int streams)
    {
        using var patience = new CancellationTokenSource(WebHost.Patience);
        while (OpenStreams != streams)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        await Workflow.DisposeAsync();
        await _host.DisposeAsync();
    }
}
