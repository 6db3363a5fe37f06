using LiveWorkflows.Artifacts;

namespace Resume2Website.Server.Tests.Publishing;

public class DesignTests(RunningServer server)
{
    [Fact]
    public async Task Design_OfAFinishedJob_NamesWhatThereIsToChoose()
    {
        using var owner = await Owner.ArriveAsync(server);
        using var response = await owner.GetAsync("design");
        var view = await response.JsonAsync();

        response.Headers.ETag!.IsWeak.Should().BeFalse();
        view.GetProperty("design").Text("template").Should().Be("gutter");
        view.GetProperty("design").Text("email").Should().Be("shown");
        view.GetProperty("templates").EnumerateArray().Should().OnlyContain(template => template.GetProperty("accents").GetArrayLength() > 1);
        view.GetProperty("sections").EnumerateArray().Select(section => section.Text("name")).Should().Contain(["summary", "work", "education", "skills", "languages"]);
        view.GetProperty("sections").EnumerateArray().First(section => section.Text("name") == "work").Text("heading").Should().NotBeEmpty();
        view.GetProperty("languages").EnumerateArray().Select(language => language.GetString()).Should().Contain(["en", "he"]);
        view.Text("resume_language").Should().Be("en");
        view.GetProperty("findings").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Change_IsInThePreviewAndInTheZip_AtOnce()
    {
        using var owner = await Owner.ArriveAsync(server);
        var before = await owner.TagAsync("design");
        (await owner.PreviewAsync()).Should().NotContain("555 0143");
        using var response = await owner.PutAsync("design", """
            {"template":"ledger","section_order":["skills","work"],"hidden_sections":["languages"],"section_titles":{"work":"Where I have been"},"show_phone":true,"email":"obfuscated"}
            """);

        ((int)response.StatusCode).Should().Be(200, await response.Content.ReadAsStringAsync());
        response.Headers.ETag!.Tag.Should().NotBe(before).And.Be(await owner.TagAsync("design"));
        var sections = (await response.JsonAsync()).GetProperty("sections").EnumerateArray().ToList();
        sections[0].Text("name").Should().Be("skills");
        sections.Single(section => section.Text("name") == "work").Text("heading").Should().Be("Where I have been");
        sections.Single(section => section.Text("name") == "languages").TryGetProperty("heading", out _).Should().BeFalse("it is not on the page");
        var page = await owner.PreviewAsync();
        page.Should().Contain("Where I have been").And.Contain("555 0143").And.Contain("(at)").And.NotContain("Spanish").And.NotContain(SampleCv.Mail);
        page.IndexOf("id=\"skills\"", StringComparison.Ordinal).Should().BeLessThan(page.IndexOf("id=\"work\"", StringComparison.Ordinal));
        using var zip = new System.IO.Compression.ZipArchive(await (await owner.GetAsync("site.zip")).Content.ReadAsStreamAsync());
        using var index = new StreamReader(zip.GetEntry("index.html")!.Open());
        (await index.ReadToEndAsync()).Should().Be(page);
    }

    [Theory]
    [InlineData("""{"template":"baroque"}""", "template_unknown", "gutter")]
    [InlineData("""{"template":"gutter","accent":"plaid"}""", "accent_unknown", "gutter")]
    [InlineData("""{"hidden_sections":["horoscope"]}""", "section_unknown", "x-talks")]
    [InlineData("""{"section_titles":{"horoscope":"Stars"}}""", "section_unknown", "work")]
    [InlineData("""{"language":"english please"}""", "design_invalid", "pt-BR")]
    [InlineData("""{"language":"en\n"}""", "design_invalid", "pt-BR")]
    [InlineData("""{"showphone":true}""", "body_invalid", "field")]
    [InlineData("""{"email":3}""", "body_invalid", "kind")]
    [InlineData("""{"hidden_sections":[null]}""", "section_unknown", "work")]
    [InlineData("""{"section_titles":{"work":"\ud800"}}""", "body_invalid", "malformed")]
    [InlineData("not json", "body_invalid", "malformed")]
    public async Task Change_ToWhatThereIsNot_IsRefusedAndSaysWhatThereIs(string json, string code, string hint)
    {
        using var owner = await Owner.ArriveAsync(server);
        var tag = await owner.TagAsync("design");
        using var response = await owner.PutAsync("design", json);

        (await Owner.RefusedAsync(response, 400, code)).Should().Contain(hint);
        (await owner.TagAsync("design")).Should().Be(tag);
    }

    [Theory]
    [InlineData("design", 65_537, "body_too_large", "64 kB")]
    [InlineData("resume", 4_194_305, "resume_too_large", "4 MB")]
    public async Task Body_ThatIsTooLarge_IsRefusedAndSaysHowMuchMayBe(string part, int bytes, string code, string hint)
    {
        using var owner = await Owner.ArriveAsync(server);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{owner.Url}/{part}") { Content = Owner.Json(new string(' ', bytes)) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        request.Headers.ExpectContinue = true;
        using var response = await owner.Client.SendAsync(request);

        (await Owner.RefusedAsync(response, 413, code)).Should().Contain(hint);
    }

    [Fact]
    public async Task Change_ToAnOlderVersion_OrWithoutSayingWhich_IsRefused()
    {
        using var owner = await Owner.ArriveAsync(server);
        var tag = await owner.TagAsync("design");
        await owner.DesignAsync("""{"template":"ledger"}""");

        await Owner.RefusedAsync(await owner.PutAsync("design", """{"template":"folio"}""", tag), 412, "changed_meanwhile");
        await Owner.RefusedAsync(await owner.Client.PutAsync($"{owner.Url}/design", Owner.Json("{}")), 428, "precondition_required");
        (await (await owner.GetAsync("design")).JsonAsync()).GetProperty("design").Text("template").Should().Be("ledger");
    }

    [Fact]
    public async Task Changes_MadeAtOnceToOneVersion_AreSavedOnce()
    {
        using var owner = await Owner.ArriveAsync(server);
        var tag = await owner.TagAsync("design");
        var titles = Enumerable.Range(0, 6).Select(number => $$$"""{"section_titles":{"work":"Title {{{number}}}"}}""");
        var answers = await Task.WhenAll(titles.Select(title => owner.PutAsync("design", title, tag)));

        answers.Count(answer => (int)answer.StatusCode == 200).Should().Be(1);
        answers.Count(answer => (int)answer.StatusCode == 412).Should().Be(5);
    }

    [Fact]
    public async Task Changes_LeaveNoFilesOfEarlierPreviewsBehind()
    {
        using var owner = await Owner.ArriveAsync(server);
        var artifacts = server.Get<IArtifactStore>();
        await owner.DesignAsync("""{"template":"gutter"}""");
        var before = await artifacts.ListAsync(owner.JobId).CountAsync();
        foreach (var template in new[] { "ledger", "folio", "gutter" }) await owner.DesignAsync($$"""{"template":"{{template}}"}""");

        (await artifacts.ListAsync(owner.JobId).CountAsync()).Should().Be(before);
        (await owner.GetAsync("original")).EnsureSuccessStatusCode();
        (await owner.GetAsync("lines")).EnsureSuccessStatusCode();
        (await owner.PreviewAsync("style.css")).Should().NotBeEmpty();
    }

    [Fact]
    public async Task Looks_ShowThisCvInEveryTemplate_AndStoreNothing()
    {
        using var owner = await Owner.ArriveAsync(server);
        using var stranger = server.NewVisitor();
        var before = await server.Get<IArtifactStore>().ListAsync(owner.JobId).CountAsync();
        var templates = (await (await owner.GetAsync("design")).JsonAsync()).GetProperty("templates").EnumerateArray().ToList();
        var pages = new List<string>();
        foreach (var template in templates)
        {
            var name = template.Text("name");
            var accent = template.GetProperty("accents")[1];
            using var asked = new HttpRequestMessage(HttpMethod.Get, $"{owner.Url}/site/look-{name}-{accent.Text("name")}/");
            asked.Headers.Add("Accept", "text/html");
            using var redirect = await owner.Client.SendAsync(asked);
            var address = redirect.Headers.Location!.OriginalString;
            using var page = await stranger.GetAsync(address);
            page.Headers.GetValues("Content-Security-Policy").Single().Should().StartWith("sandbox");
            pages.Add(await page.Content.ReadAsStringAsync());
            (await stranger.GetStringAsync(address + "style.css")).Should().Contain(accent.Text("light"));
        }

        pages.Should().OnlyHaveUniqueItems().And.OnlyContain(page => page.Contains(SampleCv.Name));
        (await server.Get<IArtifactStore>().ListAsync(owner.JobId).CountAsync()).Should().Be(before);
        ((int)(await owner.GetAsync("site/look-baroque/")).StatusCode).Should().Be(404);
    }
}
