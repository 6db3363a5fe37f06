namespace Resume2Website.Extraction.Llm;

/// <summary>Asks until there is an answer: again after a while when the endpoint is busy, within what the CV may cost, and not while the circuit is open.</summary>
/// <remarks>Thread-safe; one for the whole program.</remarks>
internal sealed class LlmCaller(LlmChat chat, LlmCircuit circuit, LlmOptions options, TimeProvider time)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    /// <summary>The answer.</summary>
    /// <exception cref="LlmException">There is none, and asking again now does not help.</exception>
    public async Task<LlmAnswer> AskAsync(LlmQuestion question, LlmBudget budget, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            budget.Spend(question.Length);
            try
            {
                return await TryAsync(question, budget, cancellationToken).ConfigureAwait(false);
            }
            catch (LlmException failure) when (failure.IsTransient && attempt < options.Attempts)
            {
                var wait = failure.RetryAfter ?? FirstWait * Math.Pow(2, attempt - 1);
                if (wait >= budget.Left) throw;
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<LlmAnswer> TryAsync(LlmQuestion question, LlmBudget budget, CancellationToken cancellationToken)
    {
        circuit.Enter();
        try
        {
            using var late = new CancellationTokenSource(budget.Left > TimeSpan.Zero ? budget.Left : TimeSpan.Zero, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
            var answer = await AskInTimeAsync(question, either.Token, cancellationToken).ConfigureAwait(false);
            circuit.Close();
            budget.Note(answer.Tokens);
            return answer;
        }
        catch (LlmException failure)
        {
            circuit.Fail(failure);
            throw;
        }
        catch
        {
            circuit.Leave();
            throw;
        }
    }

    private async Task<LlmAnswer> AskInTimeAsync(LlmQuestion question, CancellationToken inTime, CancellationToken cancellationToken)
    {
        try
        {
            return await chat.AskAsync(question, inTime).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new LlmException(LlmRemarks.Unavailable, isTransient: true);
        }
    }
}
