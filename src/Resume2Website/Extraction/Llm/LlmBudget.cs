namespace Resume2Website.Extraction.Llm;

/// <summary>What one CV may still cost: characters, tokens, requests and seconds.</summary>
/// <remarks>Belongs to one reading; not thread-safe.</remarks>
internal sealed class LlmBudget(LlmOptions options, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private int _characters;

    /// <summary>How many requests were sent.</summary>
    public int Calls { get; private set; }

    /// <summary>How many tokens they took, as the endpoint counted.</summary>
    public long Tokens { get; private set; }

    /// <summary>The time that is left.</summary>
    public TimeSpan Left => options.MaxDuration - time.GetElapsedTime(_start);

    /// <summary>Refuses a request that may not be made any more.</summary>
    /// <param name="characters">How many it sends.</param>
    /// <exception cref="LlmException">It may not be made.</exception>
    public void ThrowIfSpent(int characters)
    {
        if (Calls >= options.MaxCalls || _characters + characters > options.MaxCharacters || Tokens >= options.MaxTokens || Left <= TimeSpan.Zero)
            throw new LlmException(LlmRemarks.BudgetSpent);
    }

    /// <summary>Takes what a request costs as it is sent.</summary>
    public void Spend(int characters)
    {
        Calls++;
        _characters += characters;
    }

    /// <summary>Notes what a call took.</summary>
    public void Note(long tokens) => Tokens += tokens;
}
