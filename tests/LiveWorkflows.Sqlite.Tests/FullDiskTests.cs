using LiveWorkflows.Artifacts;
using LiveWorkflows.EventLog;
using LiveWorkflows.Jobs;
using LiveWorkflows.Records;

namespace LiveWorkflows.Sqlite.Tests;

public sealed class FullDiskTests : IDisposable
{
    private readonly OpenStorage _storage = new();

    [Fact]
    public async Task AppendAsync_DatabaseIsFull_UnavailableAndGoesOnWhenThereIsRoom()
    {
        var log = new SqliteEventLog(_storage.Database);
        var small = (await log.AppendAsync([Batch("w", 1, 10)]))[0];
        await LimitPages("1");

        await FluentActions.Awaiting(() => log.AppendAsync([Batch("w", 2, 2_000_000, small.Position), Batch("v", 1, 10)]).AsTask())
            .Should().ThrowAsync<EventLogUnavailableException>();
        (await log.GetHeadAsync("w"))!.LastSequence.Should().Be(1);
        (await log.GetHeadAsync("v")).Should().BeNull("nothing of the call was stored");

        await LimitPages("1000000");
        (await log.AppendAsync([Batch("w", 2, 2_000_000, small.Position)]))[0].Status.Should().Be(AppendStatus.Appended);
    }

    [Fact]
    public async Task PutAsync_DatabaseIsFull_Unavailable()
    {
        var records = new SqliteRecordStore(_storage.Database);
        await LimitPages("1");

        await FluentActions.Awaiting(() => records.PutAsync("a", new byte[900_000]).AsTask()).Should().ThrowAsync<RecordStoreUnavailableException>();
        (await records.GetAsync("a")).Should().BeNull();
        await LimitPages("1000000");
        (await records.PutAsync("a", new byte[900_000])).Should().NotBeNull();
    }

    [Fact]
    public async Task EnqueueAsync_DatabaseIsFull_UnavailableAndTheIdIsNotTaken()
    {
        var queue = new SqliteJobQueue(_storage.Database, TimeProvider.System, new JobQueueOptions());
        var job = new Job("a", "demo", new byte[60_000]);
        await LimitPages("1");

        await FluentActions.Awaiting(() => queue.EnqueueAsync(job).AsTask()).Should().ThrowAsync<JobQueueUnavailableException>();
        await LimitPages("1000000");
        (await queue.EnqueueAsync(job)).Should().BeTrue();
    }

    [Fact]
    public async Task WriteAsync_OneOfAGroupIsAMistake_TheOthersAreCommitted()
    {
        var records = new SqliteRecordStore(_storage.Database);
        using var gate = new ManualResetEventSlim();
        var holding = _storage.Database.WriteAsync(_ => gate.Wait(TimeSpan.FromSeconds(30)), failure => failure, default);
        var before = records.PutAsync("before", default).AsTask();
        var mistake = _storage.Database.WriteAsync<int>(_ => throw new InvalidOperationException("mistake"), failure => failure, default);
        var after = records.PutAsync("after", default).AsTask();
        gate.Set();

        await FluentActions.Awaiting(() => mistake).Should().ThrowAsync<InvalidOperationException>().WithMessage("mistake");
        (await holding).Should().BeTrue();
        (await before).Should().NotBeNull();
        (await after).Should().NotBeNull();
        (await records.GetAsync("before")).Should().NotBeNull();
    }

    [Fact]
    public async Task PutAsync_ArtifactsDirectoryIsOutOfReach_UnavailableAndGoesOnWhenItIsBack()
    {
        var artifacts = new FileArtifactStore(_storage.Database.ArtifactsPath);
        var away = _storage.Database.ArtifactsPath + "-away";
        Directory.Move(_storage.Database.ArtifactsPath, away);

        await FluentActions.Awaiting(() => artifacts.PutAsync("a", new MemoryStream([1])).AsTask()).Should().ThrowAsync<ArtifactStoreUnavailableException>();

        Directory.Move(away, _storage.Database.ArtifactsPath);
        (await artifacts.PutAsync("a", new MemoryStream([1]))).Length.Should().Be(1);
    }

    public void Dispose() => _storage.Dispose();

    // SQLite never goes below the pages there are: so 1 means that not one more is to be had.
    private Task LimitPages(string count) =>
        _storage.Database.WriteAsync(session => session.Scalar($"PRAGMA max_page_count = {count}"), failure => failure, default);

    private static EventBatch Batch(string workflowId, long sequence, int size, LogPosition? expected = null) => new()
    {
        WorkflowId = workflowId,
        Epoch = 1,
        ExpectedPosition = expected,
        Events = [new NewEvent(sequence, "log", Enumerable.Repeat((byte)'x', size).ToArray())],
    };
}
