using System.Text;
using LiveWorkflows.Records;

namespace Resume2Website.Extraction.Llm;

/// <summary>The answers about one job's CV, as records that are deleted with its originals. They hold text of the CV, so no other job ever sees them.</summary>
internal sealed class JobAnswers(IRecordStore records, string jobId) : ILlmAnswerStore
{
    private const int LargestRecord = 1 << 20;

    private string Prefix { get; } = $"cv-llm/{jobId}/";

    public async ValueTask<string?> FindAsync(string key, CancellationToken cancellationToken) =>
        await records.GetAsync(Prefix + key, cancellationToken).ConfigureAwait(false) is { } record ? Encoding.UTF8.GetString(record.Value.Span) : null;

    public async ValueTask KeepAsync(string key, string answer, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(answer);
        if (bytes.Length <= LargestRecord) await records.PutAsync(Prefix + key, bytes, cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes all of them.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        await foreach (var record in records.ListAsync(Prefix, cancellationToken: cancellationToken).ConfigureAwait(false)) keys.Add(record.Key);
        foreach (var key in keys) await records.DeleteAsync(key, cancellationToken: cancellationToken).ConfigureAwait(false);
    }
}
