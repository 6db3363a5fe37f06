using LiveWorkflows.Records;
using Resume2Website.Documents;
using Resume2Website.Extraction.Llm;

namespace Resume2Website.Server.Operators;

/// <summary>Tries out what a job needs: storage that takes a write, and a reader that reads. A result holds for a few seconds.</summary>
internal sealed partial class Readiness(IRecordStore records, IDocumentReader reader, DocumentPrograms programs, TimeProvider time, ILogger<Readiness> logger, LlmEngine? llm = null) : IDisposable
{
    private const string Key = "server/readiness";
    private static readonly TimeSpan Validity = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _turn = new(1);
    private HealthReport? _last;
    private DateTimeOffset _lastAt;

    public async Task<HealthReport> CheckAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_last is null || time.GetUtcNow() - _lastAt > Validity) (_last, _lastAt) = (await LookAsync(cancellationToken), time.GetUtcNow());
            return _last;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<HealthReport> LookAsync(CancellationToken cancellationToken)
    {
        var storage = await TryAsync("storage", async token => await records.PutAsync(Key, "ok"u8.ToArray(), null, token), cancellationToken);
        var reading = await TryAsync("reader", token => reader.ReadAsync(new DocumentSource("ready"u8.ToArray(), DocumentFormat.Text), null, token), cancellationToken);

        // What is not installed is refused with a code, document by document; the server is as ready as it can be.
        var checks = new Dictionary<string, string>
        {
            ["storage"] = Word(storage), ["reader"] = Word(reading),
            ["ocr"] = Word(programs.Recognition is not null), ["rasterizer"] = Word(programs.Rasterizer is not null), ["office"] = Word(programs.Office is not null),
        };

        // Without its language model the server still reads every CV, so it is as ready as before.
        if (llm is not null) checks["llm"] = Word(llm.IsAvailable);
        return new HealthReport { Status = storage && reading ? "ok" : "unavailable", Checks = checks };
    }

    private async Task<bool> TryAsync(string part, Func<CancellationToken, Task> attempt, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await attempt(patience.Token);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnavailable(logger, part, exception.GetType().Name);
            return false;
        }
    }

    private static string Word(bool isWell) => isWell ? "ok" : "unavailable";

    [LoggerMessage(LogLevel.Warning, "Not ready: {Part} ({ExceptionType})")]
    private static partial void LogUnavailable(ILogger logger, string part, string exceptionType);
}
