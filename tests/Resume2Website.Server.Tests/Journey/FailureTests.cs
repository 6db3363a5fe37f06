using System.Text;
using Microsoft.Playwright;
using Resume2Website.Reader.Tests.Pdf;
using static Microsoft.Playwright.Assertions;

namespace Resume2Website.Server.Tests.Journey;

[Collection(JourneyBrowserGroup.Name)]
[Trait("Speed", "Slow")]
public sealed class FailureTests(JourneyBrowser browser)
{
    [Fact]
    public async Task Choose_AnEmptyFile_SaysWhatToDo()
    {
        await using var visitor = await browser.VisitAsync();

        await visitor.ChooseAsync("empty.pdf", []);

        await Expect(visitor.Problem).ToContainTextAsync("file_empty");
        (await visitor.Problem.Locator(".advice li").CountAsync()).Should().BePositive();
    }

    [Fact]
    public async Task Choose_SomethingElseThanACv_SaysSoAndTakesAnotherFile()
    {
        await using var visitor = await browser.VisitAsync();
        var recipe = string.Join('\n', Enumerable.Repeat("Stir the flour into the milk, let it rest for an hour, then bake it until it is golden.", 12));

        await visitor.ChooseAsync("pancakes.txt", Encoding.UTF8.GetBytes(recipe));

        await Expect(visitor.Problem).ToContainTextAsync("not_a_cv");
        await Expect(visitor.Headline).ToHaveTextAsync("This does not look like a CV");
        await Expect(visitor.Page.Locator(".step[data-status=failed]")).ToHaveCountAsync(1);
        (await visitor.Page.Locator("body").InnerTextAsync()).Should().NotContain("Exception");
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Choose another file" }).ClickAsync();
        await Expect(visitor.Page.Locator("#drop")).ToBeVisibleAsync();
        await visitor.ChooseSampleAsync();
        await visitor.SeeReadyAsync();
    }

    [Fact]
    public async Task Choose_AProtectedPdf_AsksForItsPasswordAndGoesOnWithTheSameUpload()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.ChooseAsync("cv.pdf", EncryptedPdf.WriteLines(SampleCv.Text, "pear", "plum"));
        await Expect(visitor.Problem).ToContainTextAsync("file_encrypted");
        var address = visitor.Page.Url;

        await visitor.Page.GetByLabel("Password of the file").FillAsync("apple");
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Open it" }).ClickAsync();
        await Expect(visitor.Problem).ToContainTextAsync("password_wrong");
        await Expect(visitor.Page.GetByLabel("Password of the file")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(visitor.Page.GetByLabel("Password of the file")).ToHaveAccessibleDescriptionAsync("The password is wrong");
        await visitor.Page.GetByLabel("Password of the file").FillAsync("pear");
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Open it" }).ClickAsync();

        await visitor.SeeReadyAsync();
        visitor.Page.Url.Should().Be(address);
    }

    [Fact]
    public async Task Choose_SeveralFiles_AsksForOne()
    {
        await using var visitor = await browser.VisitAsync();
        var files = await visitor.Page.EvaluateHandleAsync(
            "() => { const data = new DataTransfer(); data.items.add(new File(['a'], 'a.txt')); data.items.add(new File(['b'], 'b.txt')); return data; }");

        await visitor.Page.DispatchEventAsync("main", "drop", new { dataTransfer = files });

        await Expect(visitor.Problem).ToContainTextAsync("One CV at a time");
    }

    [Fact]
    public async Task Open_AJobThatDoesNotExist_SaysSoAndOffersAStart()
    {
        await using var visitor = await browser.VisitAsync();

        await visitor.Page.GotoAsync("/cv/00000000000000000000000000000000");

        await Expect(visitor.Page.Locator("#nothing-title")).ToHaveTextAsync("There is nothing here");
        await visitor.Page.GetByText("Start with a CV").ClickAsync();
        await Expect(visitor.Page.Locator("#drop")).ToBeVisibleAsync();
    }
}
