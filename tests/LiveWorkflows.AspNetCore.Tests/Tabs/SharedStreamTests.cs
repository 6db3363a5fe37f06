using System.Diagnostics;
using Microsoft.Playwright;

namespace LiveWorkflows.AspNetCore.Tests.Tabs;

/// <summary>Tabs of a real browser that watch one workflow with the module: its locks and its channel are the browser's own.</summary>
[Trait("Speed", "Slow")]
public sealed class SharedStreamTests(TabsBrowser browser) : IClassFixture<TabsBrowser>
{
    public enum Leaving { Closed, Elsewhere, Reloaded, Crashed }

    [Fact]
    public async Task Tabs_OnOneWorkflow_ShareOneStreamAndSeeEveryEventOnce()
    {
        await using var site = await WatchedSite.StartAsync(browser);
        var first = await site.OpenTabAsync();
        await WatchedSite.SeeAsync(await site.PublishAsync(50), first);
        var second = await site.OpenTabAsync();
        await WatchedSite.SeeAsync(await site.PublishAsync(50), first, second);
        site.OpenStreams.Should().Be(1);
        site.Asked.Should().Equal("");

        site.Workflow.Complete();

        await SeeTheEndAsync(site, tabs: 2);
    }

    [Theory]
    [InlineData(Leaving.Closed)]
    [InlineData(Leaving.Elsewhere)]
    [InlineData(Leaving.Reloaded)]
    [InlineData(Leaving.Crashed)]
    public async Task Tab_ThatHoldsTheStream_Goes_OneOfTheOthersGoesOnWithoutAGapOrARepeat(Leaving how)
    {
        await using var site = await WatchedSite.StartAsync(browser);
        var first = await site.OpenTabAsync();
        await WatchedSite.SeeAsync(await site.PublishAsync(10), first);
        var others = new[] { await site.OpenTabAsync(), await site.OpenTabAsync() };
        await WatchedSite.SeeAsync(await site.PublishAsync(10), others);
        site.Asked.Should().Equal("");

        var leaving = LeaveAsync(first, how, site);
        for (var i = 0; i < 500 && !leaving.IsCompleted; i++) await site.PublishAsync(1);
        await leaving;
        await WatchedSite.SeeAsync(await site.PublishAsync(10), others);
        await site.HaveOpenAsync(1);
        site.Asked.Should().HaveCount(2);
        long.Parse(site.Asked[1]).Should().BeGreaterThanOrEqualTo(20, "the history is not asked for again");

        site.Workflow.Complete();

        await SeeTheEndAsync(site, tabs: how == Leaving.Reloaded ? 3 : 2);
    }

    [Fact]
    public async Task Tab_ThatHoldsTheStream_GoesElsewhereAndComesBack_GoesOnBehindWhatItHasSeen()
    {
        await using var site = await WatchedSite.StartAsync(browser);
        var first = await site.OpenTabAsync();
        await WatchedSite.SeeAsync(await site.PublishAsync(10), first);
        var second = await site.OpenTabAsync();
        await first.GotoAsync(site.AddressOf("/elsewhere"));
        await WatchedSite.SeeAsync(await site.PublishAsync(10), second);

        // Playwright does not see into a page that was kept: it tells the server.
        await first.EvaluateAsync("history.back()");
        (await site.HearAsync()).Should().Be("back");
        await WatchedSite.SeeAsync(await site.PublishAsync(10), second);
        await site.HaveOpenAsync(1);
        site.Asked.Should().HaveCount(2);

        site.Workflow.Complete();

        await SeeTheEndAsync(site, tabs: 2);
    }

    private static Task LeaveAsync(IPage tab, Leaving how, WatchedSite site) => how switch
    {
        Leaving.Closed => tab.CloseAsync(),
        Leaving.Elsewhere => tab.GotoAsync(site.AddressOf("/elsewhere")),
        Leaving.Reloaded => tab.ReloadAsync(),
        Leaving.Crashed => CrashAsync(tab),
        _ => throw new UnreachableException(),
    };

    private static async Task CrashAsync(IPage tab)
    {
        var crashed = new TaskCompletionSource();
        tab.Crash += (_, _) => crashed.TrySetResult();
        // A page that is gone never tells how going there went.
        _ = tab.GotoAsync("chrome://crash").ContinueWith(going => _ = going.Exception, TaskScheduler.Default);
        await crashed.Task.WaitAsync(WebHost.Patience);
    }

    private static async Task SeeTheEndAsync(WatchedSite site, int tabs)
    {
        var told = new List<string>();
        while (told.Count < tabs) told.Add(await site.HearAsync());
        var numbers = string.Join(',', Enumerable.Range(1, (int)site.Workflow.GetSummary().LastSeq));
        told.Should().AllBe($"completed closed {numbers},stream_end");
        await site.HaveOpenAsync(0);
    }
}
