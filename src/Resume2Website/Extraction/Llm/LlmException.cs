namespace Resume2Website.Extraction.Llm;

/// <summary>The model gave no answer. The message holds nothing of a CV and nothing that the endpoint said.</summary>
/// <param name="code">One of <see cref="LlmRemarks"/>.</param>
/// <param name="isTransient">Whether asking again may help.</param>
/// <param name="retryAfter">How long the endpoint asked to be left alone; null when it did not say.</param>
internal sealed class LlmException(string code, bool isTransient = false, TimeSpan? retryAfter = null) : Exception($"The language model gave no answer: {code}.")
{
    public string Code { get; } = code;

    public bool IsTransient { get; } = isTransient;

    public TimeSpan? RetryAfter { get; } = retryAfter;
}
