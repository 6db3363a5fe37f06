using System.Text;
using LiveWorkflows.Jobs;
using Microsoft.Extensions.Time.Testing;

namespace LiveWorkflows.Conformance.Jobs;

/// <summary>What every job queue must do. The queue under test takes its time from <see cref="Time"/> and its bound from <see cref="Options"/>.</summary>
public abstract class JobQueueConformance : ConformanceTest<IJobQueue>
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The queue's clock.</summary>
    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    /// <summary>The queue's bound.</summary>
    protected JobQueueOptions Options { get; } = new() { MaxWaiting = 200 };

    [Fact]
    public async Task LeaseAsync_EnqueuedJob_IsHandedOutUnchanged()
    {
        var payload = Encoding.UTF8.GetBytes("""{"file":"é"}""");
        (await Store.EnqueueAsync(new Job("a", "demo", payload))).Should().BeTrue();
        payload[2] = (byte)'x';

        var lease = (await Store.LeaseAsync("worker", Minute))!;

        lease.Job.Id.Should().Be("a");
        lease.Job.Type.Should().Be("demo");
        Encoding.UTF8.GetString(lease.Job.Payload.Span).Should().Be("""{"file":"é"}""");
        lease.Epoch.Should().Be(1);
        lease.EnqueuedAt.Should().Be(Time.GetUtcNow());
    }

    [Fact]
    public async Task LeaseAsync_NothingWaits_GivesNull() => (await Store.LeaseAsync("worker", Minute)).Should().BeNull();

    [Fact]
    public async Task LeaseAsync_SeveralJobs_OldestFirst()
    {
        foreach (var id in (string[])["c", "a", "b"]) await Enqueue(id);

        (await LeaseAll()).Should().Equal("c", "a", "b");
    }

    [Fact]
    public async Task EnqueueAsync_IdIsOrWasThere_False()
    {
        await Enqueue("a");
        (await Store.EnqueueAsync(new Job("a", "other"))).Should().BeFalse();
        var lease = (await Store.LeaseAsync("worker", Minute))!;
        (await Store.EnqueueAsync(new Job("a", "other"))).Should().BeFalse();
        await Store.CompleteAsync(lease);

        (await Store.EnqueueAsync(new Job("a", "other"))).Should().BeFalse();
        (await Store.LeaseAsync("worker", Minute)).Should().BeNull();
    }

    [Fact]
    public async Task EnqueueAsync_HundredTimesAtOnce_OneJob()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => Store.EnqueueAsync(new Job("a", "demo")).AsTask())));

        added.Count(isNew => isNew).Should().Be(1);
        (await Store.GetDepthAsync()).Should().Be(new JobQueueDepth(1, 0));
    }

    [Fact]
    public async Task EnqueueAsync_QueueIsFull_ThrowsUntilThereIsRoom()
    {
        for (var i = 0; i < Options.MaxWaiting; i++) await Enqueue($"j{i}");

        await FluentActions.Awaiting(() => Store.EnqueueAsync(new Job("more", "demo")).AsTask()).Should().ThrowAsync<JobQueueFullException>();
        (await Store.EnqueueAsync(new Job("j0", "demo"))).Should().BeFalse("a taken id is no new job");
        await Store.LeaseAsync("worker", Minute);
        (await Store.EnqueueAsync(new Job("more", "demo"))).Should().BeTrue("leased jobs do not wait, and a refused id is not taken");
    }

    [Fact]
    public async Task LeaseAsync_ManyWorkersAtOnce_NoJobGoesToTwo()
    {
        const int Jobs = 120;
        for (var i = 0; i < Jobs; i++) await Enqueue($"j{i}");

        var leases = await Task.WhenAll(Enumerable.Range(0, Jobs + 30).Select(i => Task.Run(() => Store.LeaseAsync($"w{i}", Minute).AsTask())));

        leases.OfType<JobLease>().Select(lease => lease.Job.Id).Should().HaveCount(Jobs).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task LeaseAsync_LeaseRanOut_NextWorkerGetsAHigherEpochAndTheFirstIsRefused()
    {
        await Enqueue("a");
        var first = (await Store.LeaseAsync("first", Minute))!;
        Time.Advance(Minute - TimeSpan.FromTicks(1));
        (await Store.LeaseAsync("second", Minute)).Should().BeNull();
        Time.Advance(TimeSpan.FromTicks(1));
        (await Store.RenewAsync(first, Minute)).Should().BeFalse("it ran out, even before anyone took it");

        var second = (await Store.LeaseAsync("second", Minute))!;

        second.Epoch.Should().Be(2);
        second.EnqueuedAt.Should().Be(first.EnqueuedAt);
        (await Store.RenewAsync(first, Minute)).Should().BeFalse();
        (await Store.ReleaseAsync(first, TimeSpan.Zero)).Should().BeFalse();
        (await Store.CompleteAsync(first)).Should().BeFalse();
        (await Store.CompleteAsync(second)).Should().BeTrue();
    }

    [Fact]
    public async Task RenewAsync_Held_ExtendsFromNow()
    {
        await Enqueue("a");
        var lease = (await Store.LeaseAsync("worker", Minute))!;
        Time.Advance(Minute / 2);
        (await Store.RenewAsync(lease, Minute)).Should().BeTrue();
        Time.Advance(Minute * 0.9);

        (await Store.LeaseAsync("other", Minute)).Should().BeNull();
        (await Store.CompleteAsync(lease)).Should().BeTrue();
        (await Store.CompleteAsync(lease)).Should().BeFalse("it has ended");
    }

    [Fact]
    public async Task ReleaseAsync_WithDelay_IsLeasedAgainWhenDueAndInItsOldPlace()
    {
        await Enqueue("a");
        await Enqueue("b");
        var lease = (await Store.LeaseAsync("worker", Minute))!;
        (await Store.ReleaseAsync(lease, Minute)).Should().BeTrue();
        (await Store.RenewAsync(lease, Minute)).Should().BeFalse("it was given back");
        (await Store.GetPositionAsync("a")).Should().Be(0);
        (await Store.GetDepthAsync()).Should().Be(new JobQueueDepth(2, 0));

        (await Store.LeaseAsync("worker", Minute * 5))!.Job.Id.Should().Be("b");
        (await Store.LeaseAsync("worker", Minute)).Should().BeNull();
        Time.Advance(Minute);
        var again = (await Store.LeaseAsync("worker", Minute))!;
        (again.Job.Id, again.Epoch).Should().Be(("a", 2L));
    }

    [Fact]
    public async Task GetPositionAsync_CountsOnlyWaitingJobs()
    {
        foreach (var id in (string[])["a", "b", "c"]) await Enqueue(id);
        (await Store.GetPositionAsync("c")).Should().Be(2);
        await Store.LeaseAsync("worker", Minute);

        (await Store.GetPositionAsync("a")).Should().BeNull();
        (await Store.GetPositionAsync("b")).Should().Be(0);
        (await Store.GetPositionAsync("c")).Should().Be(1);
        (await Store.GetPositionAsync("unknown")).Should().BeNull();
        (await Store.GetDepthAsync()).Should().Be(new JobQueueDepth(2, 1));
        Time.Advance(Minute);
        (await Store.GetPositionAsync("a")).Should().Be(0, "its lease ran out");
        (await Store.GetDepthAsync()).Should().Be(new JobQueueDepth(3, 0));
    }

    [Fact]
    public async Task RemoveAsync_WaitingOrLeased_IsGoneAndItsIdStaysTaken()
    {
        await Enqueue("leased");
        await Enqueue("waiting");
        var lease = (await Store.LeaseAsync("worker", Minute))!;

        await Store.RemoveAsync("leased");
        await Store.RemoveAsync("waiting");
        await Store.RemoveAsync("unknown");

        (await Store.RenewAsync(lease, Minute)).Should().BeFalse();
        (await Store.GetDepthAsync()).Should().Be(default(JobQueueDepth));
        (await Store.EnqueueAsync(new Job("waiting", "demo"))).Should().BeFalse();
        Time.Advance(Minute * 2);
        (await Store.LeaseAsync("worker", Minute)).Should().BeNull();
    }

    [Fact]
    public async Task WaitAsync_JobIsThere_CompletesAtOnce()
    {
        await Enqueue("a");

        await Store.WaitAsync(Minute).AsTask().WaitAsync(Patience);
    }

    [Fact]
    public async Task WaitAsync_JobIsEnqueuedOrReleased_Completes()
    {
        var waiting = Store.WaitAsync(Minute).AsTask();
        waiting.IsCompleted.Should().BeFalse();
        await Enqueue("a");
        await waiting.WaitAsync(Patience);

        var lease = (await Store.LeaseAsync("worker", Minute))!;
        waiting = Store.WaitAsync(Minute).AsTask();
        await Store.ReleaseAsync(lease, TimeSpan.Zero);
        await waiting.WaitAsync(Patience);
    }

    [Fact]
    public async Task WaitAsync_NothingComes_CompletesAfterAtMost()
    {
        var waiting = Store.WaitAsync(Minute).AsTask();
        await AdvanceUntil(waiting, Minute);

        await waiting.WaitAsync(Patience);
    }

    [Fact]
    public async Task WaitAsync_LeaseRunsOut_Completes()
    {
        await Enqueue("a");
        await Store.LeaseAsync("worker", Minute);
        var waiting = Store.WaitAsync(TimeSpan.FromHours(1)).AsTask();
        await AdvanceUntil(waiting, Minute);

        await waiting.WaitAsync(Patience);
        (await Store.LeaseAsync("other", Minute)).Should().NotBeNull();
    }

    [Fact]
    public async Task WaitAsync_Cancelled_Throws()
    {
        using var stop = new CancellationTokenSource();
        var waiting = Store.WaitAsync(TimeSpan.MaxValue, stop.Token).AsTask();
        await stop.CancelAsync();

        await FluentActions.Awaiting(() => waiting.WaitAsync(Patience)).Should().ThrowAsync<OperationCanceledException>();
    }

    [Theory]
    [MemberData(nameof(Ids.Odd), MemberType = typeof(Ids))]
    public async Task EnqueueAsync_OddId_IsAJobOfItsOwn(string id)
    {
        await Enqueue("other");
        await Enqueue(id);

        (await LeaseAll()).Should().Equal("other", id);
    }

    [Theory]
    [MemberData(nameof(Ids.Invalid), MemberType = typeof(Ids))]
    public async Task EveryMember_InvalidId_Throws(string id)
    {
        await FluentActions.Awaiting(() => Store.EnqueueAsync(new Job(id, "demo")).AsTask()).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => Store.GetPositionAsync(id).AsTask()).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => Store.RemoveAsync(id).AsTask()).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task EnqueueAsync_NoTypeOrTooMuchPayload_Throws()
    {
        await FluentActions.Awaiting(() => Store.EnqueueAsync(new Job("a", "")).AsTask()).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => Store.EnqueueAsync(new Job("a", "demo", new byte[JobRules.MaxPayloadLength + 1])).AsTask())
            .Should().ThrowAsync<ArgumentException>();
        (await Store.EnqueueAsync(new Job("a", "demo", new byte[JobRules.MaxPayloadLength]))).Should().BeTrue();
    }

    [Fact]
    public async Task EnqueueAsync_AlreadyCancelled_ThrowsAndEnqueuesNothing()
    {
        await FluentActions.Awaiting(() => Store.EnqueueAsync(new Job("a", "demo"), new CancellationToken(true)).AsTask())
            .Should().ThrowAsync<OperationCanceledException>();

        (await Store.GetDepthAsync()).Should().Be(default(JobQueueDepth));
    }

    [Fact]
    public async Task Reopen_JobsWaitAndAreLeasedAndEnded_GoOnWhereTheyWere()
    {
        foreach (var id in (string[])["ended", "leased", "waiting", "removed"]) await Enqueue(id);
        await Store.CompleteAsync((await Store.LeaseAsync("worker", Minute))!);
        var lease = (await Store.LeaseAsync("worker", Minute))!;
        await Store.RemoveAsync("removed");

        await ReopenStore();
        Time.Advance(Minute);

        (await Store.EnqueueAsync(new Job("ended", "demo"))).Should().BeFalse();
        (await Store.EnqueueAsync(new Job("removed", "demo"))).Should().BeFalse();
        (await Store.CompleteAsync(lease)).Should().BeFalse();
        var again = (await Store.LeaseAsync("worker", Minute))!;
        (again.Job.Id, again.Epoch, again.EnqueuedAt).Should().Be(("leased", 2L, lease.EnqueuedAt));
        (await LeaseAll()).Should().Equal("waiting");
    }

    // A wait sets its timer after looking into the storage, which may be after the clock was moved: so it is moved again.
    private async Task AdvanceUntil(Task waiting, TimeSpan step)
    {
        for (var i = 0; i < 1_000 && !waiting.IsCompleted; i++)
        {
            Time.Advance(step);
            await Task.WhenAny(waiting, Task.Delay(10));
        }
    }

    private async Task Enqueue(string id) => (await Store.EnqueueAsync(new Job(id, "demo"))).Should().BeTrue();

    private async Task<List<string>> LeaseAll()
    {
        var ids = new List<string>();
        while (await Store.LeaseAsync("worker", Minute) is { } lease) ids.Add(lease.Job.Id);
        return ids;
    }
}
