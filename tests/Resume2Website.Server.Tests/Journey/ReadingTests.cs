using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Resume2Website.Server.Tests.Journey;

/// <summary>How the page shows what was read, and where it stands.</summary>
[Collection(JourneyBrowserGroup.Name)]
[Trait("Speed", "Slow")]
public sealed class ReadingTests(JourneyBrowser browser)
{
    [Theory]
    [InlineData(360, "#values .place")]
    [InlineData(1280, "#place-side .place")]
    public async Task Value_Chosen_ShowsItsLineAndItsPlaceOnThePage(int width, string placeAt)
    {
        await using var visitor = await browser.VisitAsync(width: width);
        await visitor.ChooseAsync("cv.pdf", SampleCv.Pdf());
        await visitor.SeeReadyAsync();
        var page = visitor.Page;

        await Expect(page.Locator("#reading-summary")).ToContainTextAsync("of the lines found a place");
        await OpenAllAsync(page);
        await page.GetByLabel(SampleCv.Mail).CheckAsync();

        var place = page.Locator(placeAt);
        await Expect(place.Locator("h3")).ToHaveTextAsync("Page 1 of 2, line 3");
        await Expect(place.Locator(".place-lines li")).ToHaveTextAsync($"{SampleCv.Mail} | +1 202 555 0143 | Springfield");
        await Expect(place.Locator("svg .hit")).ToHaveCountAsync(1);
        (await place.Locator("svg .line").CountAsync()).Should().BeGreaterThan(15, "the whole page is drawn");
        var (paper, hit) = (await place.Locator(".paper").BoundingBoxAsync(), await place.Locator(".hit").BoundingBoxAsync());
        (hit!.Y - paper!.Y).Should().BeLessThan(paper.Height / 4, "the address stands at the top of its page");
        hit.Y.Should().BeGreaterThan(paper.Y);
        (await visitor.MeasureOverflowAsync()).Should().BeLessThanOrEqualTo(0);
    }

    [Fact]
    public async Task Lines_ThatWereDeletedWithTheFile_AreSaidToBe()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.ChooseSampleAsync();
        await visitor.SeeReadyAsync();
        var page = visitor.Page;
        await Expect(page.Locator("#values details").First).ToBeVisibleAsync();
        await page.RouteAsync("**/api/v1/cv/*/lines", route => route.FulfillAsync(new RouteFulfillOptions
        {
            Status = 410, ContentType = "application/problem+json", Body = """{"title":"The lines of the CV were deleted","detail":"The lines are deleted with the uploaded file.","code":"lines_deleted","status":410}""",
        }));

        await page.ReloadAsync();

        await Expect(page.Locator("#reading-summary")).ToHaveTextAsync("The lines are deleted with the uploaded file.");
        await Expect(page.Locator("#reading-advice")).ToHaveTextAsync("Choose a value to correct it.");
        await page.Locator("#values input").First.CheckAsync();
        await Expect(page.Locator("#edit")).ToBeVisibleAsync();
        await Expect(page.Locator("#place svg")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Values_ByKeyboardAlone_AreChosenAndSaid()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.ChooseSampleAsync();
        await visitor.SeeReadyAsync();
        var page = visitor.Page;
        await Expect(page.Locator("#values details").First).ToBeVisibleAsync();

        await page.Locator("#values summary").First.FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        var first = await page.Locator("#place-lines").InnerTextAsync();
        await page.Keyboard.PressAsync("ArrowDown");

        await Expect(page.Locator("#place-lines")).Not.ToHaveTextAsync(first);
        await Expect(page.Locator("#announcer")).ToContainTextAsync("line");
        (await page.EvaluateAsync<string>("document.activeElement.name")).Should().Be("value");
    }

    [Fact]
    public async Task Certainty_OfEveryValue_IsAWordAndTheUncertainComeFirst()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.ChooseSampleAsync();
        await visitor.SeeReadyAsync();
        await Expect(visitor.Page.Locator("#values details").First).ToBeVisibleAsync();

        var words = await visitor.Page.Locator(".value:not([data-certainty=unplaced]) .certainty").AllTextContentsAsync();

        words.Should().HaveCountGreaterThan(20).And.OnlyContain(word => word == "sure" || word == "likely" || word == "please check");
        if (words.Contains("please check")) words[0].Should().Be("please check");
        words.SkipWhile(word => word == "please check").Should().NotContain("please check");
    }

    [Fact]
    public async Task TextOfACv_ThatLooksLikeMarkup_IsShownAsText()
    {
        await using var visitor = await browser.VisitAsync();
        var text = SampleCv.Text.Replace("Kubernetes", "<img src=x onerror=alert(1)>", StringComparison.Ordinal);

        await visitor.ChooseAsync("cv.txt", System.Text.Encoding.UTF8.GetBytes(text));
        await visitor.SeeReadyAsync();

        await Expect(visitor.Page.Locator("#values")).ToContainTextAsync("<img src=x onerror=alert(1)>");
        await Expect(visitor.Page.Locator("#reading img")).ToHaveCountAsync(0);
    }

    private static Task OpenAllAsync(IPage page) => page.Locator("#values").EvaluateAsync("list => list.querySelectorAll('details').forEach(group => group.open = true)");
}
