namespace Resume2Website.Extraction.Llm;

/// <summary>Keeps answers, so that a reading that goes on elsewhere does not pay twice.</summary>
internal interface ILlmAnswerStore
{
    /// <summary>The answer to a question; null when there is none.</summary>
    ValueTask<string?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Keeps an answer.</summary>
    ValueTask KeepAsync(string key, string answer, CancellationToken cancellationToken);
}
