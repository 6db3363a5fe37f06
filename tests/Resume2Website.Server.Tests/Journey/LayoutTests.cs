using static Microsoft.Playwright.Assertions;

namespace Resume2Website.Server.Tests.Journey;

[Collection(JourneyBrowserGroup.Name)]
[Trait("Speed", "Slow")]
public sealed class LayoutTests(JourneyBrowser browser)
{
    [Theory]
    [InlineData(320)]
    [InlineData(360)]
    public async Task Width_OfAPhone_NeedsNoSidewaysScrolling(int width)
    {
        await using var visitor = await browser.VisitAsync(width: width);
        (await visitor.MeasureOverflowAsync()).Should().BeLessThanOrEqualTo(0, "the first page fits");

        await visitor.ChooseAsync("empty.pdf", []);
        await Expect(visitor.Problem).ToBeVisibleAsync();
        (await visitor.MeasureOverflowAsync()).Should().BeLessThanOrEqualTo(0, "a refusal fits");

        await using var second = await browser.VisitAsync(width: width);
        await second.Page.Locator("#sample").ClickAsync();
        await second.SeeReadyAsync();
        await second.Page.Locator("#phases-summary").ClickAsync();
        (await second.MeasureOverflowAsync()).Should().BeLessThanOrEqualTo(0, "the finished journey fits");
    }

    [Fact]
    public async Task Gallery_AtAnyWidth_NeedsNoSidewaysScrolling()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.Page.GotoAsync("/gallery/");

        // Those that people have, and those around which the size of the pages changes.
        foreach (var width in (int[])[320, 359, 360, 768, 1024, 1255, 1256, 1280, 1335, 1336, 1440, 1920])
        {
            await visitor.Page.SetViewportSizeAsync(width, 800);
            (await visitor.MeasureOverflowAsync()).Should().BeLessThanOrEqualTo(0, $"{width} px are enough");
        }
    }

    [Theory]
    [InlineData(true, "Choose your CV to begin")]
    [InlineData(false, "Drop your CV anywhere on this page")]
    public async Task FirstPage_AsksForWhatTheDeviceCanDo(bool touch, string words)
    {
        await using var visitor = await browser.VisitAsync(width: 360, touch: touch);

        (await visitor.Page.Locator(".drop-title").InnerTextAsync()).Trim().Should().Be(words);
    }

    [Fact]
    public async Task Announcements_OfAJourney_EndWithItsResult()
    {
        await using var visitor = await browser.VisitAsync();

        await visitor.ChooseSampleAsync();

        await Expect(visitor.Page.Locator("#announcer")).ToContainTextAsync("Your website is ready");
        (await visitor.Page.EvaluateAsync<string>("document.activeElement.id")).Should().Be("headline", "the new view is where reading goes on");
    }
}
