using Microsoft.Playwright;
using Resume2Website.Reader.Tests.Pdf;
using Resume2Website.SiteChecks.Browsers;
using Resume2Website.Tests.Extraction.Llm;
using static Microsoft.Playwright.Assertions;

namespace Resume2Website.Server.Tests.Journey;

/// <summary>The page itself keeps the rules that it has every site keep: in each of its states, in light and dark, on a desk and on a phone.</summary>
[Collection(JourneyBrowserGroup.Name)]
[Trait("Speed", "Slow")]
public sealed class AccessibilityTests(JourneyBrowser browser)
{
    private static readonly (int Width, ColorScheme Scheme)[] Views = [(1280, ColorScheme.Light), (1280, ColorScheme.Dark), (360, ColorScheme.Light), (360, ColorScheme.Dark)];

    [Fact]
    public async Task Start_WithARefusalAndEarlierCvs_KeepsTheRules()
    {
        await using var visitor = await browser.VisitAsync();
        await Expect(visitor.Page.Locator("#drop")).ToBeVisibleAsync();
        await ShouldKeepTheRulesAsync(visitor.Page);

        await visitor.ChooseSampleAsync();
        await visitor.SeeReadyAsync();
        await visitor.Page.GotoAsync("/");
        await Expect(visitor.Page.Locator("#earlier-list li")).ToHaveCountAsync(1);
        await visitor.ChooseAsync("empty.pdf", []);
        await Expect(visitor.Problem).ToBeVisibleAsync();
        await ShouldKeepTheRulesAsync(visitor.Page);
    }

    [Fact]
    public async Task Start_ThatAsksForConsent_KeepsTheRules()
    {
        await using var model = await FakeModel.StartAsync(request => request.Wanted.ToDictionary(section => section, _ => Array.Empty<object>()));
        await using var server = new JourneyServer(null, "--Resume2Website:Llm:Endpoint", model.Endpoint, "--Resume2Website:Llm:Model", "fake-1");
        await server.StartAsync();
        await using var visitor = await browser.VisitAsync(server.Address);
        await Expect(visitor.Page.Locator("#llm")).ToBeVisibleAsync();

        await ShouldKeepTheRulesAsync(visitor.Page);
    }

    [Fact]
    public async Task RunningJob_KeepsTheRules()
    {
        var gate = new ReadingGate();
        await using var server = new JourneyServer(gate);
        await server.StartAsync();
        try
        {
            await using var visitor = await browser.VisitAsync(server.Address);
            await visitor.ChooseSampleAsync();
            await Expect(visitor.Headline).ToHaveTextAsync("Reading your CV");
            await Expect(visitor.Page.Locator(".step[data-status=running]")).ToHaveCountAsync(1);

            await ShouldKeepTheRulesAsync(visitor.Page);
        }
        finally
        {
            gate.Open();
        }
    }

    [Fact]
    public async Task FailedJob_ThatAsksForAPassword_KeepsTheRules()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.ChooseAsync("cv.pdf", EncryptedPdf.WriteLines(SampleCv.Text, "pear", "plum"));
        await Expect(visitor.Problem).ToContainTextAsync("file_encrypted");
        await visitor.Page.GetByLabel("Password of the file").FillAsync("apple");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Open it" }).ClickAsync();
        await Expect(visitor.Problem).ToContainTextAsync("password_wrong");

        await ShouldKeepTheRulesAsync(visitor.Page);
    }

    [Fact]
    public async Task Reading_WithACorrectionThatIsRefused_KeepsTheRules()
    {
        await using var visitor = await ArriveAsync();
        var page = visitor.Page;
        await OpenAllAsync(page, "#values");
        await page.Locator("#values input[value='/basics/label']").CheckAsync();
        await page.Locator("#edit-text").FillAsync("Engineer of quiet machines");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#reading-undo")).ToBeVisibleAsync();
        await ShouldKeepTheRulesAsync(page);

        await page.RouteAsync("**/api/v1/cv/*/resume", route => route.FulfillAsync(Refusal));
        await OpenAllAsync(page, "#values");
        await page.Locator("#values input[value='/work/0/endDate']").CheckAsync();
        await page.Locator("#edit-text").FillAsync("2024");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#edit-text")).ToHaveAttributeAsync("aria-invalid", "true");
        await ShouldKeepTheRulesAsync(page);
    }

    [Fact]
    public async Task Looks_WithOneThatIsRefused_KeepTheRules()
    {
        await using var visitor = await browser.VisitAsync();
        var page = visitor.Page;
        await page.RouteAsync("**/look-folio/**", route => route.FulfillAsync(Refusal));
        await visitor.ChooseSampleAsync();
        await visitor.SeeReadyAsync();
        await Expect(page.Locator("#look-folio-refused")).Not.ToBeEmptyAsync();
        await Expect(page.Locator(".look iframe")).Not.ToHaveCountAsync(0);
        await OpenAllAsync(page, "#design");
        await page.GetByLabel("Show Languages").UncheckAsync();
        await page.RouteAsync("**/design", route => route.Request.Method == "PUT" ? route.FulfillAsync(Refusal) : route.ContinueAsync());
        await page.GetByLabel("Phone number").ClickAsync();
        await Expect(page.Locator("#design-problem .problem")).ToBeVisibleAsync();

        await ShouldKeepTheRulesAsync(page);
    }

    [Fact]
    public async Task Publishing_FromTheRefusedAddressToTheVersions_KeepsTheRules()
    {
        await using var visitor = await ArriveAsync();
        var page = visitor.Page;
        await Expect(page.Locator("#checklist-summary")).ToContainTextAsync("checks");
        await OpenAllAsync(page, "#publish");
        await page.Locator("#slug").FillAsync("admin");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#slug")).ToHaveAttributeAsync("aria-invalid", "true");
        await ShouldKeepTheRulesAsync(page);

        await page.Locator("#slug").FillAsync("for-everybody");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#published")).ToBeVisibleAsync();
        await page.GetByLabel("Phone number").CheckAsync();
        await Expect(page.Locator("#publish-state")).ToHaveTextAsync("Published, with changes that are not");
        await page.Locator("#publish-go").ClickAsync();
        await Expect(page.Locator("#versions li")).ToHaveCountAsync(2);
        await OpenAllAsync(page, "#publish");
        await ShouldKeepTheRulesAsync(page);

        await page.Locator("#publish-delete").ClickAsync();
        await Expect(page.Locator("#delete-dialog")).ToBeVisibleAsync();
        await ShouldKeepTheRulesAsync(page);
    }

    [Theory]
    [InlineData("/cv/nobodys")]
    [InlineData("/gallery/")]
    public async Task PageBesideTheJourney_KeepsTheRules(string path)
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.Page.GotoAsync(path);
        await Expect(visitor.Page.Locator("h1:visible")).ToHaveCountAsync(1);

        await ShouldKeepTheRulesAsync(visitor.Page);
    }

    private static RouteFulfillOptions Refusal => new()
    {
        Status = 422,
        ContentType = "application/problem+json",
        Body = """{"title":"The site cannot be shown","status":422,"code":"gate_failed","detail":"A check failed.","recovery_suggestions":[{"action":"choose","text":"Choose another one."}]}""",
    };

    private async Task<Visitor> ArriveAsync()
    {
        var visitor = await browser.VisitAsync();
        await visitor.ChooseSampleAsync();
        await visitor.SeeReadyAsync();
        await Expect(visitor.Page.Locator("#values details").First).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("#design")).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("#publish")).ToBeVisibleAsync();
        return visitor;
    }

    private static Task OpenAllAsync(IPage page, string place) =>
        page.Locator(place).EvaluateAsync("place => place.querySelectorAll('details').forEach(part => part.open = true)");

    private static async Task ShouldKeepTheRulesAsync(IPage page)
    {
        var broken = new List<string>();
        foreach (var (width, scheme) in Views)
        {
            await page.SetViewportSizeAsync(width, 800);
            // Colours on their way are neither the one nor the other.
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            var (violations, kept) = await Axe.RunAsync(page);
            kept.Should().BePositive();
            broken.AddRange(violations.Select(violation => $"{width}, {scheme}: {violation}"));
        }

        string.Join('\n', broken).Should().BeEmpty();
    }
}
