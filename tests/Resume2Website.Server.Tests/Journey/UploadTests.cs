using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Resume2Website.Server.Tests.Journey;

[Collection(JourneyBrowserGroup.Name)]
[Trait("Speed", "Slow")]
public sealed class UploadTests(JourneyBrowser browser)
{
    [Fact]
    public async Task Choose_ACv_BecomesAWebsiteWithDownloads()
    {
        await using var visitor = await browser.VisitAsync();

        await visitor.ChooseSampleAsync();
        await visitor.SeeReadyAsync();

        await Expect(visitor.Page.Locator("#file-name")).ToHaveTextAsync("sample-cv.txt");
        await Expect(visitor.Page.Locator("#lead")).ToContainTextAsync("jobs");
        await Expect(visitor.Page.Locator(".phase[data-status=completed]")).ToHaveCountAsync(4);
        var zip = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.Locator("#download-site").ClickAsync());
        using (var archive = System.IO.Compression.ZipFile.OpenRead(await zip.PathAsync())) archive.GetEntry("index.html").Should().NotBeNull();
        var resume = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.Locator("#download-resume").ClickAsync());
        (await File.ReadAllTextAsync(await resume.PathAsync(), TestContext.Current.CancellationToken)).Should().Contain("Marit Solvang-Adeyemi");
    }

    [Fact]
    public async Task Preview_OfAReadySite_IsStyledAndRunsNoScript()
    {
        await using var visitor = await browser.VisitAsync();

        await visitor.ChooseSampleAsync();
        await visitor.SeeReadyAsync();

        var site = visitor.Page.FrameLocator("iframe.site");
        await Expect(site.Locator("h1")).ToContainTextAsync("Marit Solvang-Adeyemi");
        (await visitor.Page.Locator("iframe.site").GetAttributeAsync("sandbox")).Should().NotContain("allow-scripts").And.NotContain("allow-same-origin");
        (await site.Locator("html").EvaluateAsync<int>("html => html.ownerDocument.styleSheets.length")).Should().BePositive();
        (await site.Locator("body").EvaluateAsync<string>("body => getComputedStyle(body).marginTop")).Should().NotBe("8px", "that is what an unstyled page has");
    }

    [Fact]
    public async Task Preview_PhoneAndDesktop_AreAsWideAsThose()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.ChooseSampleAsync();
        await visitor.SeeReadyAsync();
        var html = visitor.Page.FrameLocator("iframe.site").Locator("html");

        await visitor.Page.Locator("#devices").GetByLabel("Phone").CheckAsync();
        (await html.EvaluateAsync<int>("html => html.clientWidth")).Should().BeInRange(370, 390);

        await visitor.Page.Locator("#devices").GetByLabel("Desktop").CheckAsync();
        (await html.EvaluateAsync<int>("html => html.clientWidth")).Should().BeInRange(1260, 1280);
    }

    [Fact]
    public async Task Drop_ACvAnywhere_IsTaken()
    {
        await using var visitor = await browser.VisitAsync();
        var files = await visitor.Page.EvaluateHandleAsync(
            """
            text => {
              const data = new DataTransfer();
              data.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }));
              return data;
            }
            """,
            await File.ReadAllTextAsync(Visitor.SamplePath, TestContext.Current.CancellationToken));

        await visitor.Page.DispatchEventAsync("main", "dragenter", new { dataTransfer = files });
        await Expect(visitor.Page.GetByText("Let go to begin")).ToBeVisibleAsync();
        await visitor.Page.DispatchEventAsync("main", "drop", new { dataTransfer = files });

        await visitor.SeeReadyAsync();
        await Expect(visitor.Page.Locator("#file-name")).ToHaveTextAsync("dropped.txt");
        await Expect(visitor.Page.Locator("body")).Not.ToHaveClassAsync("dragging");
    }

    [Fact]
    public async Task Paste_TheTextOfACv_IsTaken()
    {
        await using var visitor = await browser.VisitAsync();

        await visitor.Page.EvaluateAsync(
            """
            text => {
              const data = new DataTransfer();
              data.setData('text/plain', text);
              document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
            }
            """,
            await File.ReadAllTextAsync(Visitor.SamplePath, TestContext.Current.CancellationToken));

        await visitor.SeeReadyAsync();
    }

    [Fact]
    public async Task Sample_ByKeyboardAlone_BecomesAWebsiteAndIsDeletedAgain()
    {
        await using var visitor = await browser.VisitAsync();

        await TabToAsync(visitor.Page, "sample");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.SeeReadyAsync();
        await Expect(visitor.Page.FrameLocator("iframe.site").Locator("h1")).ToBeVisibleAsync();
        await TabToAsync(visitor.Page, "download-site");
        await TabToAsync(visitor.Page, "delete");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page.Locator("#delete-dialog")).ToBeVisibleAsync();
        await TabToAsync(visitor.Page, "delete-yes");
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Expect(visitor.Page.Locator("#nothing-title")).ToHaveTextAsync("Deleted");
        await visitor.Page.ReloadAsync();
        await Expect(visitor.Page.Locator("#nothing-title")).ToHaveTextAsync("There is nothing here");
    }

    [Fact]
    public async Task Earlier_Jobs_AreListedForTheirVisitorAlone()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.ChooseSampleAsync();
        await visitor.SeeReadyAsync();
        var address = visitor.Page.Url;

        await visitor.Page.GetByText("Try another CV").ClickAsync();
        await visitor.Page.Locator("#earlier a").ClickAsync();
        await visitor.SeeReadyAsync();
        visitor.Page.Url.Should().Be(address);

        await using var stranger = await browser.VisitAsync();
        await Expect(stranger.Page.Locator("#earlier")).ToBeHiddenAsync();
        await stranger.Page.GotoAsync(address);
        await Expect(stranger.Page.Locator("#nothing-title")).ToHaveTextAsync("There is nothing here");
    }

    // On the way lie the links of the site and every section that can be moved; how many, depends on what is there already.
    private static async Task TabToAsync(IPage page, string id)
    {
        for (var presses = 0; presses < 500; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("document.activeElement.id") == id) return;
        }

        Assert.Fail($"#{id} cannot be reached with the Tab key.");
    }
}
