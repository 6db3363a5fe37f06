using Resume2Website.Tests.Extraction.Llm;
using static Microsoft.Playwright.Assertions;

namespace Resume2Website.Server.Tests.Journey;

/// <summary>How the page asks whether a language model may read a CV.</summary>
[Collection(JourneyBrowserGroup.Name)]
[Trait("Speed", "Slow")]
public sealed class ConsentTests(JourneyBrowser browser)
{
    private const string Here = "Your CV is read on this machine and sent nowhere else";

    [Fact]
    public async Task Page_WithoutAModel_AsksNothing()
    {
        await using var visitor = await browser.VisitAsync();
        await Expect(visitor.Page.Locator("#privacy")).ToContainTextAsync(Here);
        await Expect(visitor.Page.Locator("#llm")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Page_WithAModel_NamesItAndSendsOnlyWhatIsAgreedTo()
    {
        await using var model = await FakeModel.StartAsync(request => request.Wanted.ToDictionary(section => section, _ => Array.Empty<object>()));
        await using var server = new JourneyServer(null, "--Resume2Website:Llm:Endpoint", model.Endpoint, "--Resume2Website:Llm:Model", "fake-1");
        await server.StartAsync();
        await using var visitor = await browser.VisitAsync(server.Address, width: 360);
        var box = visitor.Page.GetByLabel($"language model on this machine (fake-1 at {model.Host})");

        await Expect(box).ToBeVisibleAsync();
        await Expect(box).Not.ToBeCheckedAsync();
        (await visitor.MeasureOverflowAsync()).Should().BeLessThanOrEqualTo(0);
        await visitor.ChooseSampleAsync();
        await visitor.SeeReadyAsync();
        model.Requests.Should().BeEmpty("nobody agreed");

        await visitor.Page.GotoAsync("/");
        await box.CheckAsync();
        await Expect(visitor.Page.Locator("#privacy")).Not.ToContainTextAsync(Here);
        await visitor.ChooseSampleAsync();
        await visitor.SeeReadyAsync();
        model.Requests.Should().ContainSingle();

        await visitor.Page.GetByText("Try another CV").ClickAsync();
        await Expect(box).Not.ToBeCheckedAsync();
    }
}
