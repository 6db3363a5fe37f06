using System.Net;
using Resume2Website.Server.Tests.Publishing;

namespace Resume2Website.Server.Tests.Access;

/// <summary>How often one client, and all together, may change sites and have them made only to be looked at.</summary>
public sealed class DesignLimitsTests
{
    [Fact]
    public async Task Change_MoreOftenThanAClientMay_IsRefusedAndSaysWhen_AndChangesNothing()
    {
        await using var server = await StartAsync("ChangesPerClient", "3");
        using var owner = await ArriveAsync(server, "203.0.113.7");
        await owner.DesignAsync("""{"template":"ledger"}""");
        var url = (await owner.PublishAsync(Owner.NewSlug())).Text("url");
        (await owner.PutAsync("resume", """{"basics":{"name":"Ada Example"}}""")).EnsureSuccessStatusCode();
        var tags = (await owner.TagAsync("design"), await owner.TagAsync("resume.json"));

        using var refused = await owner.PutAsync("design", """{"template":"folio"}""");
        await Owner.RefusedAsync(refused, 429, "change_limit_reached");
        refused.Headers.RetryAfter!.Delta.Should().BePositive().And.BeLessThanOrEqualTo(TimeSpan.FromMinutes(10));
        await Owner.RefusedAsync(await owner.PutAsync("resume", """{"basics":{"name":"Bo Example"}}"""), 429, "change_limit_reached");
        await Owner.RefusedAsync(await owner.PostAsync("publish"), 429, "change_limit_reached");
        await Owner.RefusedAsync(await owner.PostAsync("rollback"), 429, "change_limit_reached");

        (await owner.TagAsync("design"), await owner.TagAsync("resume.json")).Should().Be(tags);
        (await owner.PostAsync("unpublish")).StatusCode.Should().Be(HttpStatusCode.OK, "nobody waits to take their page off the net");
        (await owner.Client.GetAsync(new Uri(url).AbsolutePath)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        var rate = (await (await owner.Client.GetAsync("/api/v1/limits")).JsonAsync()).GetProperty("change_rate");
        (rate.GetProperty("limit").GetInt32(), rate.GetProperty("window_ms").GetInt32()).Should().Be((3, 600_000));
    }

    [Fact]
    public async Task Change_MoreOftenThanAllMay_IsRefusedForEverybody()
    {
        await using var server = await StartAsync("ChangesOfAll", "1", "--Resume2Website:Access:KnownProxies:0", "127.0.0.1");
        using var first = await ArriveAsync(server, "203.0.113.1");
        using var second = await ArriveAsync(server, "203.0.113.2");
        await first.DesignAsync("""{"template":"ledger"}""");

        await Owner.RefusedAsync(await second.PutAsync("design", """{"template":"folio"}"""), 429, "change_limit_reached");
    }

    [Fact]
    public async Task Look_MoreOftenThanAClientMay_IsRefused_AndOneThatIsRememberedIsFree()
    {
        await using var server = await StartAsync("LooksPerClient", "2");
        using var owner = await ArriveAsync(server, "203.0.113.7");
        (await owner.PreviewAsync("look-ledger/")).Should().Contain(SampleCv.Name);
        (await owner.PreviewAsync("look-folio/")).Should().Contain(SampleCv.Name);

        (await owner.PreviewAsync("look-ledger/style.css")).Should().NotBeEmpty();
        using var refused = await owner.GetAsync("site/look-board/");
        await Owner.RefusedAsync(refused, 429, "look_limit_reached");
        refused.Headers.RetryAfter!.Delta.Should().BePositive();
        await Owner.RefusedAsync(await owner.GetAsync("design"), 429, "look_limit_reached");
        await Owner.RefusedAsync(await owner.GetAsync("publication"), 429, "look_limit_reached");
        (await owner.PreviewAsync()).Should().Contain(SampleCv.Name, "what is stored is only sent");
    }

    [Fact]
    public async Task Look_OfATemplate_IsRememberedWhenAnotherTemplateIsChosen()
    {
        await using var server = await StartAsync("LooksPerClient", "1");
        using var owner = await ArriveAsync(server, "203.0.113.7");
        await owner.PreviewAsync("look-ledger/");
        (await owner.PutAsync("design", """{"template":"folio"}""", "*")).EnsureSuccessStatusCode();

        (await owner.GetAsync("site/look-ledger/style.css")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private static async Task<RunningServer> StartAsync(string limit, string value, params string[] more)
    {
        var server = new RunningServer { Settings = [$"--Resume2Website:Limits:{limit}", value, .. more] };
        await server.InitializeAsync();
        return server;
    }

    private static Task<Owner> ArriveAsync(RunningServer server, string address)
    {
        var visitor = server.NewVisitor();
        visitor.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return Owner.ArriveAsync(visitor);
    }
}
