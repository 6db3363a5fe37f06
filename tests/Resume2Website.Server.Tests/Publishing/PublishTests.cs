using System.Net;
using LiveWorkflows.Artifacts;
using LiveWorkflows.Records;
using Resume2Website.Server.Publishing;

namespace Resume2Website.Server.Tests.Publishing;

public class PublishTests(RunningServer server)
{
    [Fact]
    public async Task Publish_ShowsTheSiteToEverybody_AtItsOwnAddress()
    {
        using var owner = await Owner.ArriveAsync(server);
        using var reader = server.NewVisitor();
        var slug = Owner.NewSlug();
        var view = await owner.PublishAsync(slug);
        var url = view.Text("url");

        url.Should().Be($"{server.Address}s/{slug}/");
        view.GetProperty("is_published").GetBoolean().Should().BeTrue();
        view.GetProperty("version").GetInt32().Should().Be(1);
        view.GetProperty("checklist").EnumerateArray().Should().OnlyContain(item => item.GetProperty("is_met").GetBoolean());
        var page = await reader.GetStringAsync(url);
        page.Should().Contain(SampleCv.Name).And.Contain($"<link rel=\"canonical\" href=\"{url}\"").And.NotContain("noindex");
        (await reader.GetStringAsync(url + "robots.txt")).Should().Contain(url + "sitemap.xml");
        (await owner.PreviewAsync()).Should().NotContain("canonical", "a preview has no address");
    }

    [Theory]
    [InlineData("ab", 400, "slug_invalid")]
    [InlineData("Ada", 400, "slug_invalid")]
    [InlineData("ada--lovelace", 400, "slug_invalid")]
    [InlineData("-ada", 400, "slug_invalid")]
    [InlineData("ada-", 400, "slug_invalid")]
    [InlineData("ada/../x", 400, "slug_invalid")]
    [InlineData("ada\\n", 400, "slug_invalid")]
    [InlineData("a23456789-a23456789-a23456789-a23456789-x", 400, "slug_invalid")]
    [InlineData("admin", 409, "slug_reserved")]
    public async Task Publish_AtAnAddressThatCannotBe_IsRefused(string slug, int status, string code)
    {
        using var owner = await Owner.ArriveAsync(server);
        await Owner.RefusedAsync(await owner.PostAsync("publish", $$"""{"slug":"{{slug}}"}"""), status, code);
    }

    [Fact]
    public async Task Publish_AtSomebodyElsesAddress_IsRefusedWithOneThatIsFree()
    {
        using var first = await Owner.ArriveAsync(server);
        using var second = await Owner.ArriveAsync(server);
        var slug = Owner.NewSlug();
        await first.PublishAsync(slug);
        using var refused = await second.PostAsync("publish", $$"""{"slug":"{{slug}}"}""");

        await Owner.RefusedAsync(refused, 409, "slug_taken");
        (await refused.Content.ReadAsStringAsync()).Should().Contain($"{slug}-2 is free");
        await Owner.RefusedAsync(await second.PostAsync("publish"), 400, "slug_missing");
    }

    [Fact]
    public async Task Address_TakenByManyAtOnce_BelongsToOne()
    {
        var owners = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Owner.ArriveAsync(server)));
        var slug = Owner.NewSlug();
        var answers = await Task.WhenAll(owners.Select(owner => owner.PostAsync("publish", $$"""{"slug":"{{slug}}"}""")));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).Should().Be(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).Should().Be(3);
        foreach (var owner in owners) owner.Dispose();
    }

    [Fact]
    public async Task Publish_WhatIsShownAlready_MakesNoVersion_AndSaysSo()
    {
        using var owner = await Owner.ArriveAsync(server);
        var url = (await owner.PublishAsync(Owner.NewSlug())).Text("url");
        await owner.DesignAsync("""{"template":"ledger"}""");
        (await owner.PublishAsync()).GetProperty("is_unchanged").GetBoolean().Should().BeFalse();
        var page = await owner.Client.GetStringAsync(url);
        await owner.DesignAsync("""{"template":"folio"}""");
        await owner.DesignAsync("""{"template":"ledger","section_order":["work"]}""");
        (await (await owner.GetAsync("publication")).JsonAsync()).GetProperty("has_changes").GetBoolean().Should().BeTrue();

        var view = await owner.PublishAsync();
        view.GetProperty("is_unchanged").GetBoolean().Should().Be(await owner.Client.GetStringAsync(url) == page);
        view.GetProperty("has_changes").GetBoolean().Should().BeFalse();
        var count = view.GetProperty("versions").GetArrayLength();
        var again = await owner.PublishAsync();

        again.GetProperty("is_unchanged").GetBoolean().Should().BeTrue();
        again.GetProperty("version").GetInt32().Should().Be(view.GetProperty("version").GetInt32());
        again.GetProperty("versions").GetArrayLength().Should().Be(count);
        (await owner.GetAsync("publication")).EnsureSuccessStatusCode();
        (await (await owner.GetAsync("publication")).JsonAsync()).TryGetProperty("is_unchanged", out _).Should().BeFalse("nothing was published by looking");
    }

    [Fact]
    public async Task Unpublish_TakesTheSiteDown_AndTheAddressStaysItsOwners()
    {
        using var owner = await Owner.ArriveAsync(server);
        using var other = await Owner.ArriveAsync(server);
        var slug = Owner.NewSlug();
        var url = (await owner.PublishAsync(slug)).Text("url");
        (await owner.PostAsync("unpublish")).EnsureSuccessStatusCode();

        ((int)(await owner.Client.GetAsync(url)).StatusCode).Should().Be(404);
        ((int)(await owner.Client.GetAsync(url + "_v1/style.css")).StatusCode).Should().Be(404);
        await Owner.RefusedAsync(await owner.PostAsync("unpublish"), 409, "not_published");
        await Owner.RefusedAsync(await owner.PostAsync("rollback"), 409, "not_published");
        await Owner.RefusedAsync(await other.PostAsync("publish", $$"""{"slug":"{{slug}}"}"""), 409, "slug_taken");
        (await owner.PublishAsync()).GetProperty("version").GetInt32().Should().Be(2);
        ((int)(await owner.Client.GetAsync(url)).StatusCode).Should().Be(200);
    }

    [Fact]
    public async Task Rollback_BringsAnEarlierVersionBackByteForByte()
    {
        using var owner = await Owner.ArriveAsync(server);
        var url = (await owner.PublishAsync(Owner.NewSlug())).Text("url");
        var first = await owner.Client.GetByteArrayAsync(url);
        await owner.DesignAsync("""{"template":"ledger"}""");
        (await (await owner.GetAsync("publication")).JsonAsync()).GetProperty("has_changes").GetBoolean().Should().BeTrue();
        await owner.PublishAsync();
        var second = await owner.Client.GetByteArrayAsync(url);
        second.Should().NotEqual(first);

        (await owner.PostAsync("rollback")).EnsureSuccessStatusCode();
        (await owner.Client.GetByteArrayAsync(url)).Should().Equal(first);
        await Owner.RefusedAsync(await owner.PostAsync("rollback"), 409, "no_earlier_version");
        await Owner.RefusedAsync(await owner.PostAsync("rollback", """{"version":9}"""), 409, "version_unknown");
        using var forward = await owner.PostAsync("rollback", """{"version":2}""");
        (await forward.JsonAsync()).GetProperty("versions").EnumerateArray().Single(version => version.GetProperty("is_shown").GetBoolean()).GetProperty("version").GetInt32().Should().Be(2);
        (await owner.Client.GetByteArrayAsync(url)).Should().Equal(second);
    }

    [Fact]
    public async Task AnotherAddress_MovesTheSite_AndFreesTheOldOne()
    {
        using var owner = await Owner.ArriveAsync(server);
        using var other = await Owner.ArriveAsync(server);
        var (before, after) = (Owner.NewSlug(), Owner.NewSlug());
        var old = (await owner.PublishAsync(before)).Text("url");
        var moved = await owner.PublishAsync(after);

        ((int)(await owner.Client.GetAsync(old)).StatusCode).Should().Be(404);
        (await owner.Client.GetStringAsync(moved.Text("url"))).Should().Contain($"/s/{after}/").And.NotContain($"/s/{before}/");
        moved.GetProperty("versions").GetArrayLength().Should().Be(1, "pages of the old address went with it");
        await other.PublishAsync(before);
    }

    [Fact]
    public async Task Versions_AreBounded_AndTheirFilesGoWithThem()
    {
        using var owner = await Owner.ArriveAsync(server);
        await owner.PublishAsync(Owner.NewSlug());
        System.Text.Json.JsonElement view = default;
        for (var number = 2; number <= 22; number++)
        {
            await owner.DesignAsync($$$"""{"section_titles":{"work":"Title {{{number}}}"}}""");
            view = await owner.PublishAsync();
        }

        view.GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("version").GetInt32()).Should().Equal(Enumerable.Range(3, 20).Reverse());
        var artifacts = server.Get<IArtifactStore>();
        (await artifacts.ListAsync(PublicationStore.OwnerOf(owner.JobId, 2)).AnyAsync()).Should().BeFalse();
        (await artifacts.ListAsync(PublicationStore.OwnerOf(owner.JobId, 3)).AnyAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task Delete_ErasesAddressAndVersions()
    {
        using var owner = await Owner.ArriveAsync(server);
        using var other = await Owner.ArriveAsync(server);
        var slug = Owner.NewSlug();
        var url = (await owner.PublishAsync(slug)).Text("url");
        await owner.DesignAsync("""{"template":"ledger"}""");
        await owner.PublishAsync();
        (await owner.Client.DeleteAsync(owner.Url)).EnsureSuccessStatusCode();

        ((int)(await other.Client.GetAsync(url)).StatusCode).Should().Be(404);
        (await server.Get<IRecordStore>().GetAsync("slug/" + slug)).Should().BeNull();
        foreach (var version in new[] { 1, 2 })
            (await server.Get<IArtifactStore>().ListAsync(PublicationStore.OwnerOf(owner.JobId, version)).AnyAsync()).Should().BeFalse();
        await other.PublishAsync(slug);
    }

    [Fact]
    public async Task Publication_WheneverItsOwnerLooksAtIt_LetsTheirSessionLastAnew()
    {
        using var owner = await Owner.ArriveAsync(server);
        using var response = await owner.Client.GetAsync($"{owner.Url}/publication");

        response.Headers.GetValues("Set-Cookie").Single().Should().StartWith("r2w_session=").And.Contain("max-age=34560000").And.Contain("httponly");
        (await owner.Client.GetAsync($"{owner.Url}/publication")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Publication_BeforeTheFirstTime_ShowsTheListAndNoAddress()
    {
        using var owner = await Owner.ArriveAsync(server);
        var view = await (await owner.GetAsync("publication")).JsonAsync();

        view.GetProperty("is_published").GetBoolean().Should().BeFalse();
        view.TryGetProperty("url", out _).Should().BeFalse();
        view.Text("url_prefix").Should().Be($"{server.Address}s/");
        view.GetProperty("checklist").EnumerateArray().Select(item => item.Text("gate")).Should().Contain(["hidden_data", "links", "active_content"]);
        view.GetProperty("checklist").EnumerateArray().Should().OnlyContain(item => item.Text("sentence") != item.Text("gate"), "every gate has a sentence for people");
        ((int)(await owner.GetAsync("publication/qr.svg")).StatusCode).Should().Be(404);
        await owner.PublishAsync(Owner.NewSlug());
        using var qr = await owner.GetAsync("publication/qr.svg");
        qr.Content.Headers.ContentType!.MediaType.Should().Be("image/svg+xml");
        (await qr.Content.ReadAsStringAsync()).Should().StartWith("<svg").And.NotContain("script");
    }
}
