using System.Text;
using LiveWorkflows.EventLog;
using LiveWorkflows.Jobs;

namespace LiveWorkflows.Sqlite.Tests;

public sealed class ErasureTests : IDisposable
{
    private const string Secret = "Zephyrine-Quillfeather";

    private readonly OpenStorage _storage = new();

    [Theory]
    [InlineData(1, 0)]
    [InlineData(300, 0)]
    [InlineData(3, 20_000)]
    public async Task DeleteAsync_Workflow_NoByteOfItsEventsIsLeft(int events, int padding)
    {
        var log = new SqliteEventLog(_storage.Database);
        await log.AppendAsync([Batch("secret", Secret + new string('x', padding), events), Batch("kept", "kept-text", 5)]);
        _storage.Directory.Holds(Secret).Should().BeTrue();

        await log.DeleteAsync("secret");

        _storage.Directory.Holds(Secret).Should().BeFalse();
        _storage.Directory.Holds("kept-text").Should().BeTrue();
    }

    [Fact]
    public async Task DeleteAsync_WhileOthersRead_NoByteIsLeftEither()
    {
        var log = new SqliteEventLog(_storage.Database);
        await log.AppendAsync([Batch("secret", Secret, 300), Batch("kept", "kept-text", 600)]);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await foreach (var item in log.ReadAllAsync()) item.Sequence.Should().BePositive();
            }
        })).ToArray();
        await using var half = log.ReadAsync("kept").GetAsyncEnumerator();
        await half.MoveNextAsync();

        await log.DeleteAsync("secret");

        _storage.Directory.Holds(Secret).Should().BeFalse();
        await stop.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task DeleteAsync_Record_NoByteOfAnyOfItsVersionsIsLeft()
    {
        var records = new SqliteRecordStore(_storage.Database);
        for (var version = 0; version < 20; version++) await records.PutAsync("a", Encoding.UTF8.GetBytes($"{Secret} {new string('y', version * 700)}"));

        await records.DeleteAsync("a");

        _storage.Directory.Holds(Secret).Should().BeFalse();
    }

    [Fact]
    public async Task RemoveAsync_Job_NoByteOfItsPayloadIsLeft()
    {
        var queue = new SqliteJobQueue(_storage.Database, TimeProvider.System, new JobQueueOptions());
        await queue.EnqueueAsync(new Job("a", "demo", Encoding.UTF8.GetBytes(Secret)));
        _storage.Directory.Holds(Secret).Should().BeTrue();

        await queue.RemoveAsync("a");

        _storage.Directory.Holds(Secret).Should().BeFalse();
    }

    [Fact]
    public async Task DeleteAllAsync_Artifacts_NoFileIsLeft()
    {
        var artifacts = new FileArtifactStore(_storage.Database.ArtifactsPath);
        await artifacts.PutAsync("a", new MemoryStream(Encoding.UTF8.GetBytes(Secret)));

        await artifacts.DeleteAllAsync("a");

        Directory.EnumerateFiles(_storage.Database.ArtifactsPath, "*", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [Fact]
    public async Task PutAsync_StreamBreaks_NothingIsLeftAside()
    {
        var artifacts = new FileArtifactStore(_storage.Database.ArtifactsPath);
        await FluentActions.Awaiting(() => artifacts.PutAsync("a", new MemoryStream(new byte[9]), new CancellationToken(true)).AsTask())
            .Should().ThrowAsync<OperationCanceledException>();

        Directory.EnumerateFiles(_storage.Database.ArtifactsPath, "*", SearchOption.AllDirectories).Should().BeEmpty();
    }

    public void Dispose() => _storage.Dispose();

    private static EventBatch Batch(string workflowId, string text, int count) => new()
    {
        WorkflowId = workflowId,
        Epoch = 1,
        Events = [.. Enumerable.Range(1, count).Select(n => new NewEvent(n, "log", Encoding.UTF8.GetBytes($$"""{"text":"{{text}}"}""")))],
    };
}
