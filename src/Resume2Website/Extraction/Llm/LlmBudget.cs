namespace Resume2Website.Extraction.Llm;

/// <summary>What one CV may still cost: characters, tokens, calls and seconds.</summary>
/// <remarks>Belongs to one reading; not thread-safe.</remarks>
internal sealed class LlmBudget(LlmOptions options, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private int _characters;

    /// <summary>How many calls were made.</summary>
    public int Calls { get; private set; }

    /// <summary>How many tokens they took, as the endpoint counted.</summary>
    public long Tokens { get; private set; }

    /// <summary>The time that is left.</summary>
    public TimeSpan Left => options.MaxDuration - time.GetElapsedTime(_start);

    /// <summary>Takes what a call costs before it is made.</summary>
    /// <exception cref="LlmException">It may not be made.</exception>
    public void Spend(int characters)
    {
        if (Calls >= options.MaxCalls || _characters + characters > options.MaxCharacters || Tokens >= options.MaxTokens || Left <= TimeSpan.Zero)
            throw new LlmException(LlmRemarks.BudgetSpent);
        Calls++;
        _characters += characters;
    }

    /// <summary>Notes what a call took.</summary>
    public void Note(long tokens) => Tokens += tokens;
}
