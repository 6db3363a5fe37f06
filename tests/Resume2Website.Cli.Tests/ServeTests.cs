using System.Net;

namespace Resume2Website.Cli.Tests;

[Trait("Speed", "Slow")]
public sealed class ServeTests : IDisposable
{
    private const string Shown = "Shown at ";
    private readonly Workspace _workspace = new();
    private readonly HttpClient _browser = new();

    [Fact]
    public async Task Serve_ShowsTheVeryFilesUntilItIsInterrupted()
    {
        await using var run = OpenRun.Of("build", _workspace.Cv, "-o", _workspace.Site, "--serve", "--port", "0");
        var address = AddressIn(await run.SaysAsync(Shown));

        foreach (var file in new[] { "index.html", "style.css", "favicon.svg", "og.png" })
            (await _browser.GetByteArrayAsync(new Uri(address, file), TestContext.Current.CancellationToken)).Should().Equal(await File.ReadAllBytesAsync(Path.Combine(_workspace.Site, file)));
        (await _browser.GetByteArrayAsync(address, TestContext.Current.CancellationToken)).Should().Equal(await File.ReadAllBytesAsync(Path.Combine(_workspace.Site, "index.html")));
        (await StatusAsync(new Uri(address, "cv.txt"))).Should().Be(HttpStatusCode.NotFound);
        (await run.InterruptAsync()).Should().Be(0);
    }

    [Fact]
    public async Task Serve_ToAnotherName_IsRefused()
    {
        await using var run = OpenRun.Of("build", _workspace.Cv, "-o", _workspace.Site, "--serve", "--port", "0");
        var address = AddressIn(await run.SaysAsync(Shown));

        (await StatusAsync(address, host: "rebound.example")).Should().Be(HttpStatusCode.MisdirectedRequest);
        (await StatusAsync(address, HttpMethod.Post)).Should().Be(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task Serve_PortThatIsTaken_EndsWith2AndSaysWhatToDo()
    {
        using var taken = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var run = await CliRun.OfAsync("build", _workspace.Cv, "-o", _workspace.Site, "--serve", "--port", $"{((IPEndPoint)taken.LocalEndpoint).Port}");

        run.ExitCode.Should().Be(2, run.Errors);
        run.Errors.Should().Contain("Give another one with --port");
    }

    [Fact]
    public async Task WatchAndServe_ChangedCv_IsBuiltAgainAndOpenPagesAreTold()
    {
        await using var run = OpenRun.Of("build", _workspace.Cv, "-o", _workspace.Site, "--watch", "--serve", "--port", "0");
        var address = AddressIn(await run.SaysAsync(Shown));
        await run.SaysAsync("Waiting for changes of cv.txt");
        var page = await _browser.GetStringAsync(address, TestContext.Current.CancellationToken);
        var told = _browser.GetStringAsync(new Uri(address, page.Split("EventSource('")[1].Split('\'')[0]), TestContext.Current.CancellationToken);

        await File.WriteAllTextAsync(_workspace.Cv, (await File.ReadAllTextAsync(_workspace.Cv)).Replace("Kafka", "Erlang", StringComparison.Ordinal));

        (await told).Should().Be("data: changed\n\n");
        (await _browser.GetStringAsync(address, TestContext.Current.CancellationToken)).Should().Contain("Erlang").And.NotContain("Kafka");
        (await File.ReadAllTextAsync(Path.Combine(_workspace.Site, "index.html"))).Should().Contain("Erlang").And.NotContain("<script>");
        (await run.InterruptAsync()).Should().Be(0);
    }

    [Fact]
    public async Task Watch_CvThatCannotBeUsed_KeepsTheSiteAndGoesOn()
    {
        var cv = await File.ReadAllTextAsync(_workspace.Cv);
        await using var run = OpenRun.Of("build", _workspace.Cv, "-o", _workspace.Site, "--watch");
        await run.SaysAsync("Waiting");

        // Put in its place whole, as editors do.
        await File.WriteAllTextAsync(_workspace.At("other"), "Nothing of a life.");
        File.Move(_workspace.At("other"), _workspace.Cv, overwrite: true);
        await run.SaysAsync("✗ This does not look like a CV");
        (await File.ReadAllTextAsync(Path.Combine(_workspace.Site, "index.html"))).Should().Contain("Kafka");

        await run.SaysAsync("Waiting");
        await File.WriteAllTextAsync(_workspace.Cv, cv.Replace("Kafka", "Erlang", StringComparison.Ordinal));
        await run.SaysAsync("Wrote");
        (await File.ReadAllTextAsync(Path.Combine(_workspace.Site, "index.html"))).Should().Contain("Erlang");
    }

    [Fact]
    public async Task Watch_NoSuchCv_EndsWith1()
    {
        var run = await CliRun.OfAsync("build", _workspace.At("nowhere/cv.pdf"), "-o", _workspace.Site, "--watch");

        run.ExitCode.Should().Be(1, run.Errors);
        run.Errors.Should().Contain("There is no file");
    }

    public void Dispose()
    {
        _browser.Dispose();
        _workspace.Dispose();
    }

    private static Uri AddressIn(string line) => new(line[Shown.Length..].Split(' ')[0]);

    private async Task<HttpStatusCode> StatusAsync(Uri address, HttpMethod? method = null, string? host = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        request.Headers.Host = host;
        using var response = await _browser.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
