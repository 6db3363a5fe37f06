using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Resume2Website.Server.Tests.Journey;

/// <summary>How a person corrects what was read.</summary>
[Collection(JourneyBrowserGroup.Name)]
[Trait("Speed", "Slow")]
public sealed class CorrectionTests(JourneyBrowser browser)
{
    private const string Written = "Engineer of quiet machines";

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Value_Corrected_IsOnTheSiteAndMarkedAsOnesOwn(int width)
    {
        await using var visitor = await ArriveAsync(width);
        var page = visitor.Page;
        var before = await ChooseAsync(page, "/basics/label");

        await page.Locator("#edit-text").FillAsync(Written);
        await page.Keyboard.PressAsync("Enter");

        await Expect(Site(page)).ToContainTextAsync(Written);
        await Expect(Site(page)).Not.ToContainTextAsync(before);
        await Expect(Row(page, "/basics/label").Locator(".certainty")).ToHaveTextAsync("yours");
        await Expect(page.Locator("#announcer")).ToContainTextAsync("Title is saved");
        (await page.EvaluateAsync<string>("document.activeElement.value")).Should().Be("/basics/label", "whoever uses the keyboard goes on from where they were");
        (await visitor.MeasureOverflowAsync()).Should().BeLessThanOrEqualTo(0);

        await page.ReloadAsync();
        await Expect(Row(page, "/basics/label")).ToContainTextAsync(Written);
    }

    [Fact]
    public async Task Value_LeftOut_IsGoneUntilItIsUndone()
    {
        await using var visitor = await ArriveAsync();
        var page = visitor.Page;
        var point = await ChooseAsync(page, "/work/0/highlights/0");
        await Expect(Site(page)).ToContainTextAsync(point);

        await page.Locator("#edit-remove").ClickAsync();
        await Expect(Site(page)).Not.ToContainTextAsync(point);
        await Expect(page.Locator("#values")).Not.ToContainTextAsync(point);

        await page.Locator("#reading-undo").ClickAsync();
        await Expect(Site(page)).ToContainTextAsync(point);
        await Expect(Row(page, "/work/0/highlights/0")).ToContainTextAsync(point);
        await Expect(Row(page, "/work/0/highlights/0").Locator(".certainty")).Not.ToHaveTextAsync("yours", new() { Timeout = 5000 });
        await Expect(page.Locator("#reading-undo")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Correction_ThatIsRefused_SaysWhyAndKeepsWhatWasWritten()
    {
        await using var visitor = await ArriveAsync();
        var page = visitor.Page;
        await ChooseAsync(page, "/basics/label");
        await page.RouteAsync("**/api/v1/cv/*/resume", route => route.FulfillAsync(new RouteFulfillOptions
        {
            Status = 422, ContentType = "application/problem+json", Body = """{"title":"The site cannot be shown","detail":"A check failed.","code":"gate_failed","status":422}""",
        }));

        await page.Locator("#edit-text").FillAsync(Written);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await Expect(page.Locator("#edit-problem")).ToContainTextAsync("The site cannot be shown");
        await Expect(page.Locator("#edit-text")).ToHaveValueAsync(Written);
    }

    [Fact]
    public async Task Field_WhoseCorrectionIsRefused_IsSaidToBeWrongWithTheReason_UntilItIsCorrected()
    {
        await using var visitor = await ArriveAsync();
        var page = visitor.Page;
        var field = page.Locator("#edit-text");
        await ChooseAsync(page, "/work/0/startDate");
        await Expect(field).ToHaveAccessibleDescriptionAsync(new Regex("^A year, a month"));
        await Expect(field).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await page.RouteAsync("**/api/v1/cv/*/resume", route => route.FulfillAsync(new RouteFulfillOptions
        {
            Status = 422, ContentType = "application/problem+json", Body = """{"title":"The site cannot be shown","detail":"A check failed.","code":"gate_failed","status":422}""",
        }));

        await field.FillAsync("2018");
        await page.Keyboard.PressAsync("Enter");
        await Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(field).ToHaveAccessibleDescriptionAsync(new Regex("^A year, a month.*The site cannot be shown.*A check failed"));

        await page.UnrouteAllAsync();
        await field.FillAsync("2019");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#announcer")).ToContainTextAsync("is saved");
        await Expect(field).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(field).ToHaveAccessibleDescriptionAsync(new Regex("^A year, a month or a day: 2019, 2019-03 or 2019-03-15.$"));
    }

    [Fact]
    public async Task Field_WhoseCorrectionDidNotArrive_IsNotSaidToBeWrong()
    {
        await using var visitor = await ArriveAsync();
        var page = visitor.Page;
        await ChooseAsync(page, "/basics/label");
        await page.RouteAsync("**/api/v1/cv/*/resume", route => route.AbortAsync());

        await page.Locator("#edit-text").FillAsync(Written);
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("#edit-problem .problem")).ToBeVisibleAsync();
        await Expect(page.Locator("#edit-text")).Not.ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task Correction_WhoseAnswerIsLost_IsFoundToBeSaved_AndTheNextOneIsNoSurprise()
    {
        await using var visitor = await ArriveAsync();
        var page = visitor.Page;
        await ChooseAsync(page, "/basics/label");
        await page.RouteAsync("**/api/v1/cv/*/resume", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        }, new() { Times = 1 });

        await page.Locator("#edit-text").FillAsync(Written);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#announcer")).ToContainTextAsync("Title is saved");
        await Expect(Row(page, "/basics/label").Locator(".certainty")).ToHaveTextAsync("yours");
        await Expect(page.Locator("#edit-problem")).ToBeEmptyAsync();

        await ChooseAsync(page, "/basics/location/city");
        await page.Locator("#edit-text").FillAsync("Voss");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Site(page)).ToContainTextAsync("Voss");
        await Expect(Site(page)).ToContainTextAsync(Written);
        await Expect(page.Locator("#reading-problem")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task Correction_ThatNeverArrived_IsSaidNotToBeSaved_AndIsSentAgain()
    {
        await using var visitor = await ArriveAsync();
        var page = visitor.Page;
        await ChooseAsync(page, "/basics/label");
        await page.RouteAsync("**/api/v1/cv/*/resume", route => route.AbortAsync(), new() { Times = 1 });

        await page.Locator("#edit-text").FillAsync(Written);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#edit-problem")).ToContainTextAsync("It was not saved");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send it again" }).ClickAsync();

        await Expect(Site(page)).ToContainTextAsync(Written);
        await Expect(page.Locator("#edit-problem")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task Correction_ThatIsLostWhileAnotherWindowChangesTheCv_IsOfferedUponWhatIsThereNow()
    {
        await using var visitor = await ArriveAsync();
        var page = visitor.Page;
        await ChooseAsync(page, "/basics/label");
        await page.RouteAsync("**/api/v1/cv/*/resume", async route =>
        {
            var answer = await page.APIRequest.GetAsync(route.Request.Url + ".json");
            var other = (await answer.TextAsync()).Replace("Bergen", "Voss", StringComparison.Ordinal);
            await page.APIRequest.PutAsync(route.Request.Url, new()
            {
                Data = other, Headers = new Dictionary<string, string> { ["Content-Type"] = "application/json", ["If-Match"] = answer.Headers["etag"] },
            });
            await route.AbortAsync();
        }, new() { Times = 1 });

        await page.Locator("#edit-text").FillAsync(Written);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#edit-problem")).ToContainTextAsync("changed elsewhere");
        await Expect(page.Locator("#edit-text")).ToHaveValueAsync(Written);
        await Expect(Row(page, "/basics/location/city")).ToContainTextAsync("Voss");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send it again" }).ClickAsync();

        await Expect(Site(page)).ToContainTextAsync(Written);
        await Expect(Site(page)).ToContainTextAsync("Voss");
    }

    [Fact]
    public async Task CvChangedElsewhere_IsNotOverwritten_AndSaidToBeNewer()
    {
        await using var visitor = await ArriveAsync();
        var page = visitor.Page;
        await ChooseAsync(page, "/basics/label");
        await page.Locator("#edit-text").FillAsync(Written);
        await page.Keyboard.PressAsync("Enter");
        await Expect(Row(page, "/basics/label")).ToContainTextAsync(Written);

        await page.EvaluateAsync("""
            async () => {
              const job = location.pathname.replace('/cv/', '/api/v1/cv/');
              const answer = await fetch(`${job}/resume.json`);
              const resume = await answer.json();
              resume.work.shift();
              await fetch(`${job}/resume`, { method: 'PUT', body: JSON.stringify(resume), headers: { 'Content-Type': 'application/json', 'If-Match': answer.headers.get('ETag') } });
            }
            """);
        var second = await ChooseAsync(page, "/work/1/position");
        await page.Locator("#edit-text").FillAsync("Poet");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("#reading-problem")).ToContainTextAsync("changed elsewhere");
        await Expect(Row(page, "/work/0/position")).ToContainTextAsync(second);
        await Expect(page.Locator("#values")).Not.ToContainTextAsync("Poet");
        await Expect(page.Locator("#reading-undo")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task EndLeftOut_DoesNotMeanThatItGoesOn()
    {
        await using var visitor = await ArriveAsync();
        var page = visitor.Page;
        await ChooseAsync(page, "/work/1/endDate");

        await page.Locator("#edit-remove").ClickAsync();

        var when = page.FrameLocator("#stage-body iframe:not(.arriving)").Locator(".work .entry:nth-child(2) .when");
        await Expect(when).ToHaveTextAsync("Jun 2017");
    }

    [Fact]
    public async Task EntryWithoutAnEnd_IsGivenOne_AndGoesOnAgain()
    {
        await using var visitor = await ArriveAsync();
        var page = visitor.Page;
        var when = page.FrameLocator("#stage-body iframe:not(.arriving)").Locator(".work .entry:nth-child(1) .when");
        await Expect(when).ToContainTextAsync("present");
        (await ChooseAsync(page, "/work/0/endDate")).Should().Be("present");
        await Expect(page.Locator("#edit-open")).ToBeHiddenAsync();

        await page.Locator("#edit-text").FillAsync("2024-05");
        await page.Keyboard.PressAsync("Enter");
        await Expect(when).ToContainTextAsync("May 2024");
        await Expect(Row(page, "/work/0/endDate").Locator(".certainty")).ToHaveTextAsync("yours");

        await page.GetByRole(AriaRole.Button, new() { Name = "Goes on to the present" }).ClickAsync();
        await Expect(when).ToContainTextAsync("present");
        await Expect(Row(page, "/work/0/endDate").Locator(".value-text")).ToHaveTextAsync("present");
    }

    [Fact]
    public async Task EndThatIsNotKnown_IsSaidSo_AndCanBeSaidToGoOn()
    {
        await using var visitor = await ArriveAsync(360);
        var page = visitor.Page;
        var projects = page.FrameLocator("#stage-body iframe:not(.arriving)").Locator(".projects");
        await Expect(projects.GetByText("Present")).ToHaveCountAsync(1);
        (await ChooseAsync(page, "/projects/1/endDate")).Should().BeEmpty();
        await Expect(Row(page, "/projects/1/endDate").Locator(".value-text")).ToHaveTextAsync("not known");
        await Expect(page.Locator("#edit-remove")).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Goes on to the present" }).ClickAsync();

        await Expect(projects.GetByText("Present")).ToHaveCountAsync(2);
        await Expect(Row(page, "/projects/1/endDate").Locator(".value-text")).ToHaveTextAsync("present");
        (await visitor.MeasureOverflowAsync()).Should().BeLessThanOrEqualTo(0);
    }

    private async Task<Visitor> ArriveAsync(int width = 1280)
    {
        var visitor = await browser.VisitAsync(width: width);
        await visitor.ChooseSampleAsync();
        await visitor.SeeReadyAsync();
        await Expect(visitor.Page.Locator("#values details").First).ToBeVisibleAsync();
        return visitor;
    }

    private static async Task<string> ChooseAsync(IPage page, string pointer)
    {
        await page.Locator("#values").EvaluateAsync("list => list.querySelectorAll('details').forEach(group => group.open = true)");
        await page.Locator($"#values input[value='{pointer}']").CheckAsync();
        await Expect(page.Locator("#edit")).ToBeVisibleAsync();
        return await page.Locator("#edit-text").InputValueAsync();
    }

    private static ILocator Row(IPage page, string pointer) => page.Locator($".value:has(> label > input[value='{pointer}'])");

    private static ILocator Site(IPage page) => page.FrameLocator("#stage-body iframe:not(.arriving)").Locator("body");
}
