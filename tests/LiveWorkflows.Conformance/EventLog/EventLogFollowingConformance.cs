using LiveWorkflows.EventLog;

namespace LiveWorkflows.Conformance.EventLog;

/// <summary>What every event log must do: the live tail, of one workflow and of all.</summary>
public abstract class EventLogFollowingConformance : ConformanceTest<IEventLog>
{
    [Fact]
    public async Task FollowAsync_WhileAppending_NoGapAndNoRepeat()
    {
        const int Batch = 5, Count = 400;
        using var stop = new CancellationTokenSource();
        await using var early = Store.FollowAsync("w", cancellationToken: stop.Token).GetAsyncEnumerator();
        var fromTheStart = early.TakeAsync(Count, Patience);
        var appending = Task.Run(async () =>
        {
            LogPosition? position = null;
            for (var first = 1; first <= Count; first += Batch) position = await Store.MustAppendAsync(Batches.Of("w", first, Batch, position));
        });
        await using var late = Store.FollowAsync("w", 7, stop.Token).GetAsyncEnumerator();
        var fromTheMiddle = late.TakeAsync(Count - 7, Patience);
        await appending;

        (await fromTheStart).Select(e => e.Sequence).Should().Equal(Enumerable.Range(1, Count).Select(n => (long)n));
        (await fromTheMiddle).Select(e => e.Sequence).Should().Equal(Enumerable.Range(8, Count - 7).Select(n => (long)n));
    }

    [Fact]
    public async Task FollowAsync_OtherWorkflowsAppend_StaysSilent()
    {
        await using var follower = Store.FollowAsync("w").GetAsyncEnumerator();
        var next = follower.TakeAsync(1, Patience);
        await Store.MustAppendAsync(Batches.Of("other"));
        await Store.MustAppendAsync(Batches.Of("w"));

        (await next).Should().ContainSingle().Which.WorkflowId.Should().Be("w");
    }

    [Fact]
    public async Task FollowAsync_Cancelled_Throws()
    {
        using var stop = new CancellationTokenSource();
        await Store.MustAppendAsync(Batches.Of("w"));
        await using var follower = Store.FollowAsync("w", cancellationToken: stop.Token).GetAsyncEnumerator();
        await follower.TakeAsync(1, Patience);
        var next = follower.MoveNextAsync().AsTask();
        await stop.CancelAsync();

        await FluentActions.Awaiting(() => next.WaitAsync(Patience)).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task FollowAsync_WorkflowDeleted_Ends()
    {
        await Store.MustAppendAsync(Batches.Of("w"));
        await using var follower = Store.FollowAsync("w").GetAsyncEnumerator();
        await follower.TakeAsync(1, Patience);
        var next = follower.MoveNextAsync().AsTask();

        await Store.DeleteAsync("w");

        (await next.WaitAsync(Patience)).Should().BeFalse();
        (await Store.FollowAsync("w").AllAsync().WaitAsync(Patience)).Should().BeEmpty();
    }

    [Fact]
    public async Task FollowAllAsync_FromNowOn_LeavesOutWhatWasThere()
    {
        await Store.MustAppendAsync(Batches.Of("before"));
        await using var follower = Store.FollowAllAsync().GetAsyncEnumerator();
        var next = follower.TakeAsync(3, Patience);
        await Store.MustAppendAsync(Batches.Of("a", count: 2));
        await Store.MustAppendAsync(Batches.Of("b"));

        (await next).Select(e => (e.WorkflowId, e.Sequence)).Should().Equal(("a", 1), ("a", 2), ("b", 1));
    }

    [Fact]
    public async Task FollowAllAsync_BehindAnyPosition_GoesOnWithTheNextEvent()
    {
        await Store.MustAppendAsync(Batches.Of("a", count: 3));
        await Store.MustAppendAsync(Batches.Of("b", count: 2));
        var all = await Store.ReadAllAsync().AllAsync();
        all.Select(e => (e.WorkflowId, e.Sequence)).Should().Equal(("a", 1), ("a", 2), ("a", 3), ("b", 1), ("b", 2));

        for (var i = 0; i < all.Count - 1; i++)
        {
            await using var follower = Store.FollowAllAsync(all[i].Position).GetAsyncEnumerator();
            (await follower.TakeAsync(1, Patience))[0].Should().BeEquivalentTo(
                all[i + 1], options => options.Excluding(e => e.Data));
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("")]
    [InlineData("elsewhere-3")]
    [InlineData("99999999999999999999999999")]
    [InlineData("-1")]
    public async Task FollowAllAsync_UnknownPosition_ReadsFromTheStart(string token)
    {
        await Store.MustAppendAsync(Batches.Of("a"));
        await using var follower = Store.FollowAllAsync(new LogPosition(token)).GetAsyncEnumerator();

        (await follower.TakeAsync(1, Patience)).Should().ContainSingle().Which.WorkflowId.Should().Be("a");
    }

    [Fact]
    public async Task FollowAllAsync_WithManyWriters_EveryEventOnceAndEachWorkflowInOrder()
    {
        const int Workflows = 10, Events = 50;
        await using var follower = Store.FollowAllAsync(LogPosition.Start).GetAsyncEnumerator();
        var following = follower.TakeAsync(Workflows * Events, Patience);
        await Parallel.ForEachAsync(Enumerable.Range(0, Workflows), async (w, _) =>
        {
            LogPosition? position = null;
            for (var n = 1; n <= Events; n++) position = await Store.MustAppendAsync(Batches.Of($"w{w}", n, 1, position));
        });

        var seen = await following;
        seen.Select(e => e.Position).Should().OnlyHaveUniqueItems();
        seen.GroupBy(e => e.WorkflowId).Should().HaveCount(Workflows)
            .And.AllSatisfy(w => w.Select(e => e.Sequence).Should().Equal(Enumerable.Range(1, Events).Select(n => (long)n)));
        (await Store.ReadAllAsync().AllAsync()).Select(e => e.Position).Should().Equal(seen.Select(e => e.Position));
    }

    [Fact]
    public async Task FollowAllAsync_WorkflowDeleted_GoesOnWithTheOthers()
    {
        await Store.MustAppendAsync(Batches.Of("a", count: 2));
        await using var follower = Store.FollowAllAsync(LogPosition.Start).GetAsyncEnumerator();
        await follower.TakeAsync(2, Patience);
        var next = follower.TakeAsync(1, Patience);
        await Store.DeleteAsync("a");
        await Store.MustAppendAsync(Batches.Of("b"));

        (await next).Should().ContainSingle().Which.WorkflowId.Should().Be("b");
    }

    [Fact]
    public async Task ReadAllAsync_ThenFollowAllFromTheLast_BuildsAndKeepsAnIndex()
    {
        await Store.MustAppendAsync(Batches.Of("a", count: 600));
        var read = await Store.ReadAllAsync().AllAsync();
        await using var follower = Store.FollowAllAsync(read[^1].Position).GetAsyncEnumerator();
        var next = follower.TakeAsync(1, Patience);
        await Store.MustAppendAsync(Batches.Of("b"));

        read.Should().HaveCount(600);
        (await next).Should().ContainSingle().Which.WorkflowId.Should().Be("b");
    }

    [Fact]
    public async Task FollowAllAsync_Cancelled_Throws()
    {
        using var stop = new CancellationTokenSource();
        await using var follower = Store.FollowAllAsync(cancellationToken: stop.Token).GetAsyncEnumerator();
        var next = follower.MoveNextAsync().AsTask();
        await stop.CancelAsync();

        await FluentActions.Awaiting(() => next.WaitAsync(Patience)).Should().ThrowAsync<OperationCanceledException>();
    }
}
