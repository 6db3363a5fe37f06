using static Microsoft.Playwright.Assertions;

namespace Resume2Website.Server.Tests.Journey;

[Collection(JourneyBrowserGroup.Name)]
[Trait("Speed", "Slow")]
public sealed class ProgressTests(JourneyBrowser browser) : IAsyncLifetime
{
    private readonly ReadingGate gate = new();
    private JourneyServer server = null!;

    public async ValueTask InitializeAsync()
    {
        server = new JourneyServer(gate);
        await server.StartAsync();
    }

    public ValueTask DisposeAsync()
    {
        gate.Open();
        return server.DisposeAsync();
    }

    [Fact]
    public async Task Middle_OfAJourney_ShowsPhasesStepsPercentageAndTime()
    {
        await using var visitor = await browser.VisitAsync(server.Address);
        await visitor.ChooseSampleAsync();

        await SeeTheMiddleAsync(visitor);
        await Expect(visitor.Page.Locator(".phase[data-status=pending]")).ToHaveCountAsync(2);
        (await visitor.Page.Locator(".phase[data-status=completed] .step[data-status=completed]").CountAsync()).Should().BePositive();
        await Expect(visitor.Page.Locator(".step[data-status=running]")).ToHaveCountAsync(1);
        (await visitor.Page.Locator("#overall-bar").EvaluateAsync<double>("bar => bar.value")).Should().BeInRange(1, 99);
        await Expect(visitor.Page.Locator("#overall-time")).ToContainTextAsync(" s");
        (await visitor.Page.TitleAsync()).Should().MatchRegex(@"^\d+ % · Reading your CV$");

        gate.Open();
        await visitor.SeeReadyAsync();
    }

    [Fact]
    public async Task Reload_InTheMiddle_GoesOnAndASecondTabShowsTheSame()
    {
        await using var visitor = await browser.VisitAsync(server.Address);
        await visitor.ChooseSampleAsync();
        await SeeTheMiddleAsync(visitor);
        var first = visitor.Page;

        await first.ReloadAsync();
        await SeeTheMiddleAsync(visitor);
        var second = await visitor.OpenTabAsync(new Uri(first.Url).AbsolutePath);
        await SeeTheMiddleAsync(visitor);

        gate.Open();
        await Expect(first.Locator("#headline")).ToHaveTextAsync("Your website is ready");
        await Expect(second.Locator("#headline")).ToHaveTextAsync("Your website is ready");
        (await first.Locator(".step").AllTextContentsAsync()).Should().Equal(await second.Locator(".step").AllTextContentsAsync());
    }

    [Fact]
    public async Task Restart_OfTheServerInTheMiddle_IsCalmlyWaitedFor()
    {
        await using var visitor = await browser.VisitAsync(server.Address);
        await visitor.ChooseSampleAsync();
        await SeeTheMiddleAsync(visitor);

        await server.StopAsync();
        await Expect(visitor.Page.Locator("#connection")).ToContainTextAsync("Reconnecting");
        gate.Open();
        await server.StartAsync();

        await visitor.SeeReadyAsync();
        await Expect(visitor.Page.Locator("#connection")).ToBeEmptyAsync();
        await Expect(visitor.Page.Locator(".phase")).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task Delete_InAnotherTabInTheMiddle_IsSaidHere()
    {
        await using var visitor = await browser.VisitAsync(server.Address);
        await visitor.ChooseSampleAsync();
        await SeeTheMiddleAsync(visitor);
        var first = visitor.Page;
        await visitor.OpenTabAsync(new Uri(first.Url).AbsolutePath);
        await SeeTheMiddleAsync(visitor);

        await visitor.Page.Locator("#delete").ClickAsync();
        await visitor.Page.Locator("#delete-yes").ClickAsync();

        await Expect(visitor.Page.Locator("#nothing-title")).ToHaveTextAsync("Deleted");
        await Expect(first.Locator("#nothing-title")).ToBeVisibleAsync();
    }

    private static async Task SeeTheMiddleAsync(Visitor visitor)
    {
        await Expect(visitor.Headline).ToHaveTextAsync("Reading your CV");
        await Expect(visitor.Page.Locator(".phase[data-status=completed]")).ToHaveCountAsync(1);
    }
}
