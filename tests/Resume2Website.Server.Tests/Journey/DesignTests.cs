using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Resume2Website.Server.Tests.Journey;

/// <summary>How a person gives their site its looks, and publishes it.</summary>
[Collection(JourneyBrowserGroup.Name)]
[Trait("Speed", "Slow")]
public sealed class DesignTests(JourneyBrowser browser)
{
    [Fact]
    public async Task Template_Chosen_IsInThePreviewAndSaved()
    {
        await using var visitor = await ArriveAsync();
        var page = visitor.Page;
        await Expect(page.Locator(".look")).Not.ToHaveCountAsync(0);
        (await page.Locator(".look").CountAsync()).Should().BeGreaterThan(3);
        await Expect(page.FrameLocator(".look:nth-child(2) iframe").Locator("h1")).Not.ToBeEmptyAsync();

        await page.GetByRole(AriaRole.Radio, new() { Name = "Ledger" }).CheckAsync();
        await Expect(page.Locator("#design-state")).ToHaveTextAsync("Saved");
        await page.Locator(".accent input").Nth(2).CheckAsync();
        await Expect(page.Locator("#design-undo")).ToBeEnabledAsync();
        await Expect(page.Locator("#design-state")).ToHaveTextAsync("Saved");
        await page.ReloadAsync();

        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Ledger" })).ToBeCheckedAsync();
        await Expect(page.Locator(".accent input").Nth(2)).ToBeCheckedAsync();
    }

    [Fact]
    public async Task PhoneNumber_IsOnThePageOnlyWhileItIsShown_AndUndoTakesItBack()
    {
        await using var visitor = await ArriveAsync();
        var page = visitor.Page;
        var preview = page.FrameLocator("#stage-body iframe:not(.arriving)");
        await Expect(preview.Locator("body")).Not.ToContainTextAsync("555 0143");

        await page.GetByLabel("Phone number").CheckAsync();
        await Expect(preview.Locator("body")).ToContainTextAsync("555 0143");
        await page.Locator("#design-undo").ClickAsync();

        await Expect(preview.Locator("body")).Not.ToContainTextAsync("555 0143");
        await Expect(page.GetByLabel("Phone number")).Not.ToBeCheckedAsync();
        await page.Locator("#design-redo").ClickAsync();
        await Expect(preview.Locator("body")).ToContainTextAsync("555 0143");
    }

    [Fact]
    public async Task Sections_ByKeyboardAlone_AreMovedRenamedAndHidden()
    {
        await using var visitor = await ArriveAsync();
        var page = visitor.Page;
        var headings = page.FrameLocator("#stage-body iframe:not(.arriving)").Locator("main h2");
        await page.Locator(".arrange summary").First.ClickAsync();
        var names = await page.Locator(".arrange-row .heading").EvaluateAllAsync<string[]>("fields => fields.map(field => field.placeholder)");

        await page.GetByLabel("Move Skills up").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#announcer")).ToContainTextAsync("Skills moved up");
        (await page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label')")).Should().Be("Move Skills up");
        await page.GetByLabel("Heading of Skills").FillAsync("Tools of the trade");
        await page.Keyboard.PressAsync("Tab");
        await page.GetByLabel("Show Languages").FocusAsync();
        await page.Keyboard.PressAsync("Space");

        var place = Array.IndexOf(names, "Skills") - 1;
        await Expect(headings.Nth(place)).ToHaveTextAsync("Tools of the trade");
        await Expect(headings).ToHaveCountAsync(names.Length - 1);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Site_IsPublishedRolledBackAndTakenDown(int width)
    {
        await using var visitor = await ArriveAsync(width);
        var page = visitor.Page;
        await Expect(page.Locator("#slug")).ToHaveValueAsync("marisol-quintanilla-frost");
        await Expect(page.Locator("#checklist-summary")).ToContainTextAsync("checks passed");
        var slug = $"marisol-{width}";
        await page.Locator("#slug").FillAsync("admin");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#publish-problem")).ToContainTextAsync("reserved");
        await Expect(page.Locator("#slug")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator("#slug")).ToHaveAccessibleDescriptionAsync(new Regex("^3 to 40 characters.*The address is reserved"));

        await page.Locator("#slug").FillAsync(slug);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#announcer")).ToContainTextAsync($"Published at {browser.Address}s/{slug}/");
        await Expect(page.Locator("#slug")).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator("#public-link")).ToHaveAttributeAsync("href", $"{browser.Address}s/{slug}/");
        (await page.Locator("#qr").EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 0)")).Should().BeTrue();
        (await visitor.MeasureOverflowAsync()).Should().BeLessThanOrEqualTo(0);

        await page.GetByRole(AriaRole.Radio, new() { Name = "Folio" }).CheckAsync();
        await Expect(page.Locator("#publish-state")).ToHaveTextAsync("Published, with changes that are not");
        await page.Locator("#publish-go").ClickAsync();
        await Expect(page.Locator("#publish-state")).ToHaveTextAsync("Published");
        await page.Locator("#versions-box summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show this again: version 1" }).ClickAsync();
        await Expect(page.Locator(".version:has(strong)")).ToContainTextAsync("1. ");

        var link = page.Locator("#public-link");
        var site = await page.Context.RunAndWaitForPageAsync(() => link.ClickAsync());
        await Expect(site.Locator("h1")).ToContainTextAsync(SampleCv.Name);
        (await site.EvaluateAsync<bool>("document.fonts.ready.then(() => [...document.styleSheets].length > 0)")).Should().BeTrue("the sandboxed page has its style sheet");
        await site.CloseAsync();
        await page.Locator("#unpublish").ClickAsync();
        await Expect(page.Locator("#publish-state")).ToHaveTextAsync("Taken down; the address stays yours");
    }

    [Fact]
    public async Task Choice_RefusedAsTooManyAtOnce_IsKeptAndSavedWhenTheServerSaid()
    {
        await using var visitor = await ArriveAsync();
        var page = visitor.Page;
        var asked = 0;
        await page.RouteAsync("**/design", route => route.Request.Method == "PUT" && Interlocked.Increment(ref asked) == 1
            ? route.FulfillAsync(new()
            {
                Status = 429,
                ContentType = "application/problem+json",
                Headers = new Dictionary<string, string> { ["Retry-After"] = "1" },
                Body = """{"title":"Too many changes in a short time","status":429,"code":"change_limit_reached","retryable":true,"retry_after_ms":1000}""",
            })
            : route.ContinueAsync());
        await page.GetByLabel("Phone number").CheckAsync();

        await Expect(page.FrameLocator("#stage-body iframe:not(.arriving)").Locator("body")).ToContainTextAsync("555 0143");
        await Expect(page.Locator("#design-state")).ToHaveTextAsync("Saved");
        await Expect(page.GetByLabel("Phone number")).ToBeCheckedAsync();
        asked.Should().Be(2);
    }

    [Fact]
    public async Task Choice_WhoseAnswerIsLost_IsFoundToBeSaved_AndTheNextOneIsNoSurprise()
    {
        await using var visitor = await ArriveAsync();
        var page = visitor.Page;
        var isLost = false;
        await page.RouteAsync("**/design", async route =>
        {
            if (route.Request.Method != "PUT" || isLost)
            {
                await route.ContinueAsync();
                return;
            }

            isLost = true;
            await route.FetchAsync();
            await route.AbortAsync();
        });

        await page.GetByLabel("Phone number").CheckAsync();
        await Expect(page.Locator("#design-state")).ToHaveTextAsync("Saved");
        isLost.Should().BeTrue();
        await Expect(page.FrameLocator("#stage-body iframe:not(.arriving)").Locator("body")).ToContainTextAsync("555 0143");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Ledger" }).CheckAsync();

        await Expect(page.Locator("#design-state")).ToHaveTextAsync("Saved");
        await Expect(page.Locator("#design-problem")).ToBeEmptyAsync();
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Ledger" })).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Choice_ThatNeverArrived_StaysChosenAndIsSentAgain()
    {
        await using var visitor = await ArriveAsync();
        var page = visitor.Page;
        var isOnline = false;
        await page.RouteAsync("**/design", route => isOnline ? route.ContinueAsync() : route.AbortAsync());

        await page.GetByLabel("Phone number").CheckAsync();
        await Expect(page.Locator("#design-problem .problem")).ToBeVisibleAsync();
        isOnline = true;
        await page.GetByRole(AriaRole.Button, new() { Name = "Send it again" }).ClickAsync();

        await Expect(page.Locator("#design-state")).ToHaveTextAsync("Saved");
        await Expect(page.Locator("#design-problem")).ToBeEmptyAsync();
        await Expect(page.GetByLabel("Phone number")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Look_ThatIsRefused_SaysSoInWordsAndCanStillBeChosen()
    {
        await using var visitor = await browser.VisitAsync(width: 360);
        var page = visitor.Page;
        await page.RouteAsync("**/look-folio/**", route => route.FulfillAsync(new()
        {
            Status = 422,
            ContentType = "application/problem+json",
            Body = """{"title":"The site cannot be shown","status":422,"code":"gate_failed","detail":"A check failed.","recovery_suggestions":[{"action":"choose","text":"Choose another template."}]}""",
        }));
        await visitor.ChooseAsync("cv.txt", SampleCv.Bytes);
        var folio = page.Locator(".look:has(input[value=folio])");
        var radio = page.GetByRole(AriaRole.Radio, new() { Name = "Folio", Exact = true });

        await Expect(folio).ToContainTextAsync("The site cannot be shown. Choose another template.", new() { UseInnerText = false });
        await Expect(folio.Locator("iframe")).ToHaveCountAsync(0);
        await Expect(folio).Not.ToContainTextAsync("gate_failed");
        await Expect(radio).ToHaveAccessibleDescriptionAsync("The site cannot be shown. Choose another template.");
        await Expect(page.FrameLocator(".look:has(input[value=ledger]) iframe").Locator("h1")).Not.ToBeEmptyAsync();
        (await visitor.MeasureOverflowAsync()).Should().BeLessThanOrEqualTo(0);

        await page.UnrouteAllAsync();
        await radio.CheckAsync();
        await Expect(page.FrameLocator(".look:has(input[value=folio]) iframe").Locator("h1")).Not.ToBeEmptyAsync();
        await Expect(page.Locator("#look-folio-refused")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task Look_RefusedAsTooManyAtOnce_IsShownWhenTheServerSaid()
    {
        await using var visitor = await browser.VisitAsync();
        var page = visitor.Page;
        var asked = 0;
        await page.RouteAsync("**/look-folio/", route => Interlocked.Increment(ref asked) == 1
            ? route.FulfillAsync(new()
            {
                Status = 429, ContentType = "application/problem+json", Body = """{"title":"Too many looks in a short time","status":429,"code":"look_limit_reached","retry_after_ms":1000}""",
            })
            : route.ContinueAsync());
        await visitor.ChooseAsync("cv.txt", SampleCv.Bytes);

        await Expect(page.FrameLocator(".look:has(input[value=folio]) iframe").Locator("h1")).Not.ToBeEmptyAsync();
        asked.Should().BeGreaterThan(1);
        await Expect(page.Locator("#look-folio-refused")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task Choices_AreNoStepsOfTheBrowsersHistory()
    {
        await using var visitor = await ArriveAsync();
        var page = visitor.Page;
        var before = await page.EvaluateAsync<int>("history.length");
        foreach (var template in new[] { "Folio", "Board" })
        {
            await page.GetByRole(AriaRole.Radio, new() { Name = template }).CheckAsync();
            await Expect(page.FrameLocator("#stage-body iframe:not(.arriving)").Locator(template == "Board" ? ".band" : ".who")).ToBeVisibleAsync();
        }

        (await page.EvaluateAsync<int>("history.length")).Should().Be(before);
    }

    private async Task<Visitor> ArriveAsync(int width = 1280)
    {
        var visitor = await browser.VisitAsync(width: width);
        await visitor.ChooseAsync("cv.txt", SampleCv.Bytes);
        await visitor.SeeReadyAsync();
        await Expect(visitor.Page.Locator("#design")).ToBeVisibleAsync();
        return visitor;
    }
}
