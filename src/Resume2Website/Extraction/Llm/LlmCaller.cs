namespace Resume2Website.Extraction.Llm;

/// <summary>Asks until there is an answer: again after a while when the endpoint is busy, within what the CV may cost, and not while the circuit is open.</summary>
/// <remarks>Thread-safe; one for the whole program.</remarks>
internal sealed class LlmCaller(LlmChat chat, LlmCircuit circuit, LlmOptions options, TimeProvider time, ILlmCallLimit? limit = null)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    /// <summary>The answer.</summary>
    /// <exception cref="LlmException">There is none, and asking again now does not help.</exception>
    public async Task<LlmAnswer> AskAsync(LlmQuestion question, LlmBudget budget, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
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
            var answer = await AskInTimeAsync(question, budget, either.Token, cancellationToken).ConfigureAwait(false);
            circuit.Close();
            budget.Note(answer.Tokens);
            return answer;
        }
        catch (LlmException failure) when (failure.Code is not (LlmRemarks.BudgetSpent or LlmRemarks.LimitReached))
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

    private async Task<LlmAnswer> AskInTimeAsync(LlmQuestion question, LlmBudget budget, CancellationToken inTime, CancellationToken cancellationToken)
    {
        try
        {
            return await chat.AskAsync(question, () => Pay(question, budget), inTime).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new LlmException(LlmRemarks.Unavailable, isTransient: true);
        }
    }

    /// <summary>Every request costs, whatever comes of it: those for another form of the answer, and those that are sent again, too.</summary>
    private void Pay(LlmQuestion question, LlmBudget budget)
    {
        budget.ThrowIfSpent(question.Length);
        if (limit?.TryTake() == false) throw new LlmException(LlmRemarks.LimitReached);
        budget.Spend(question.Length);
    }
}
