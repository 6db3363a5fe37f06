using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using LiveWorkflows.Records;
using Microsoft.Extensions.Logging;

namespace LiveWorkflows.Reports;

/// <summary>Writes entries and facts to the records, behind the back of whoever notes them, and reads them again at the start.</summary>
internal sealed partial class ReportKeeper(IRecordStore records, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    private const string Entries = "workflow/";
    private const string Facts = "run/";
    private const int AtOnce = 32;
    private const int ForgottenAtOnce = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Channel<Write> _writes = Channel.CreateUnbounded<Write>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _givenUp = new();
    private readonly Lock _gate = new();
    private Task? _running;

    /// <summary>A key that says nothing of the workflow, but is the same whenever the same run is noted again.</summary>
    public static string FactKey(string workflowId, DateTimeOffset endedAt) =>
        $"{Facts}{endedAt.UtcDateTime:yyyyMMdd}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(workflowId)).AsSpan(0, 12))}";

    private static string FirstKeyOf(DateTimeOffset day) => $"{Facts}{day.UtcDateTime:yyyyMMdd}";

    public void Keep(WorkflowEntry entry) => Post(new Write(Entries + entry.WorkflowId, JsonSerializer.SerializeToUtf8Bytes(entry, ReportsJson.Default.WorkflowEntry)));

    public void Keep(string factKey, RunFact fact) => Post(new Write(factKey, JsonSerializer.SerializeToUtf8Bytes(fact, RunFactJson.Default.RunFact)));

    /// <summary>Forgets the entry of a workflow that the list holds no longer, soon.</summary>
    public void Forget(string workflowId) => Post(new Write(Entries + workflowId, null));

    /// <summary>Forgets a workflow's entry; forgotten when this returns.</summary>
    public async ValueTask ForgetEntryAsync(string workflowId, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        await records.DeleteAsync(Entries + workflowId, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Completes when everything noted so far is written.</summary>
    public Task FlushAsync(CancellationToken cancellationToken)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return Post(new Write("", null, written)) ? written.Task.WaitAsync(cancellationToken) : Task.CompletedTask;
    }

    /// <summary>The entries of the list, as they were written last.</summary>
    public async IAsyncEnumerable<WorkflowEntry> ReadEntriesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in records.ListAsync(Entries, null, cancellationToken).ConfigureAwait(false))
        {
            if (Read(record, ReportsJson.Default.WorkflowEntry) is { } entry) yield return entry;
        }
    }

    /// <summary>The facts of the runs that ended on a day or later, with their keys.</summary>
    public async IAsyncEnumerable<(string Key, RunFact Fact)> ReadFactsAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in records.ListAsync(Facts, FirstKeyOf(since), cancellationToken).ConfigureAwait(false))
        {
            if (Read(record, RunFactJson.Default.RunFact) is { } fact) yield return (record.Key, fact);
        }
    }

    /// <summary>Whether a fact is written already, or is about to be.</summary>
    public async ValueTask<bool> IsKeptAsync(string factKey, CancellationToken cancellationToken) =>
        await records.GetAsync(factKey, cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>Deletes the facts of the runs that ended before a day, a few at a time.</summary>
    public void ForgetFactsBefore(DateTimeOffset day) => Post(new Write("", null, ForgottenBefore: FirstKeyOf(day)));

    public async ValueTask DisposeAsync()
    {
        _writes.Writer.TryComplete();
        if (_running is { } running)
        {
            try
            {
                await running.WaitAsync(Patience, time).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                // The log still has what the records lack: the next start catches up from it.
                await _givenUp.CancelAsync().ConfigureAwait(false);
                await running.ConfigureAwait(false);
            }
        }

        _givenUp.Dispose();
    }

    private bool Post(Write write)
    {
        lock (_gate) _running ??= Task.Run(RunAsync);
        return _writes.Writer.TryWrite(write);
    }

    private async Task RunAsync()
    {
        var some = new List<Write>(AtOnce);
        while (await _writes.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            some.Clear();
            while (some.Count < AtOnce && _writes.Reader.TryRead(out var write)) some.Add(write);

            // Of several values of one key only the last is written; different keys go together, so that a store that commits groups has one.
            var last = some.Where(write => write.Key.Length > 0).GroupBy(write => write.Key, StringComparer.Ordinal).Select(group => group.Last());
            await Task.WhenAll(last.Select(WriteAsync)).ConfigureAwait(false);
            if (some.FindLast(write => write.ForgottenBefore is not null) is { ForgottenBefore: { } before }) await ForgetFactsAsync(before).ConfigureAwait(false);
            foreach (var write in some) write.Written?.TrySetResult();
        }
    }

    private async Task ForgetFactsAsync(string before)
    {
        try
        {
            for (var wasFull = true; wasFull && !_givenUp.IsCancellationRequested;)
            {
                var old = await records.ListAsync(Facts, null, _givenUp.Token).Select(record => record.Key)
                    .TakeWhile(key => string.CompareOrdinal(key, before) < 0).Take(ForgottenAtOnce).ToListAsync(_givenUp.Token).ConfigureAwait(false);
                foreach (var key in old) await records.DeleteAsync(key, null, _givenUp.Token).ConfigureAwait(false);
                wasFull = old.Count == ForgottenAtOnce;
            }
        }
        catch (Exception exception)
        {
            // They go an hour later.
            LogTrouble(logger, exception.GetType().Name);
        }
    }

    private async Task WriteAsync(Write write)
    {
        while (!_givenUp.IsCancellationRequested)
        {
            try
            {
                if (write.Value is { } value) await records.PutAsync(write.Key, value, null, _givenUp.Token).ConfigureAwait(false);
                else await records.DeleteAsync(write.Key, null, _givenUp.Token).ConfigureAwait(false);
                return;
            }
            catch (Exception exception)
            {
                // Storage that is full or away: what is to be written waits here, and the event log has it anyway.
                LogTrouble(logger, exception.GetType().Name);
                await Task.Delay(Pause, time, _givenUp.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private T? Read<T>(StoredRecord record, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(record.Value.Span, type);
        }
        catch (JsonException)
        {
            LogUnreadable(logger);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The records are not available ({ExceptionType}); reports are written when they are back.")]
    private static partial void LogTrouble(ILogger logger, string exceptionType);

    [LoggerMessage(LogLevel.Warning, "A record of the reports cannot be read and is left out.")]
    private static partial void LogUnreadable(ILogger logger);

    private sealed record Write(string Key, byte[]? Value, TaskCompletionSource? Written = null, string? ForgottenBefore = null);
}
