using LiveWorkflows.Errors;
using LiveWorkflows.Events;

namespace LiveWorkflows.Tests.Tracking;

public sealed class StepRunnerTests
{
    [Fact]
    public async Task RunStepAsync_RetryWithDelay_ShowsTheWaitAndTheAttempts()
    {
        await using var run = new TrackedRun();
        var attempts = 0;
        var running = run.Workflow.RunStepAsync(
            "call", (_, _) => ++attempts < 2 ? throw new TimeoutException() : Task.FromResult(42), new RetryPolicy { Delay = TimeSpan.FromSeconds(3) });
        await run.AdvanceUntilDoneAsync(running);

        (await running).Should().Be(42);
        var events = await run.EndAsync();
        events.Where(happened => happened is StepRetried or StepWaiting or StepResumed or StepCompleted).Select(happened => happened.EventType)
            .Should().Equal(StepRetried.Name, StepWaiting.Name, StepResumed.Name, StepCompleted.Name);
        events.OfType<StepRetried>().Single().DelayMs.Should().Be(3_000);
        events.OfType<StepCompleted>().Single().WaitedMs.Should().BeGreaterThanOrEqualTo(3_000);
    }

    [Fact]
    public async Task RunStepAsync_AttemptTimesOut_IsRetriedAndThenFailsAsATimeOut()
    {
        await using var run = new TrackedRun();
        var policy = new RetryPolicy { MaxAttempts = 2, Delay = TimeSpan.Zero, AttemptTimeout = TimeSpan.FromSeconds(1) };
        var running = run.Workflow.RunStepAsync("call", (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, run.Time, token), policy);
        await run.AdvanceUntilDoneAsync(running);

        await running.Invoking(task => task).Should().ThrowAsync<TimeoutException>();
        var events = await run.EndAsync();
        events.OfType<StepRetried>().Should().ContainSingle().Which.Error!.Code.Should().Be("timeout");
        events.OfType<StepFailed>().Should().ContainSingle().Which.Error!.Category.Should().Be(ErrorCategory.Timeout);
    }

    [Fact]
    public async Task RunStepAsync_CancelledWhileItWaitsForTheNextAttempt_EndsAsCancelled()
    {
        await using var run = new TrackedRun();
        using var stop = new CancellationTokenSource();
        var running = run.Workflow.RunStepAsync(
            "call", (_, _) => throw new TimeoutException(), new RetryPolicy { Delay = TimeSpan.FromHours(1), MaxDelay = TimeSpan.FromHours(1) }, stop.Token);
        await stop.CancelAsync();

        await running.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        (await run.EndAsync()).OfType<StepCancelled>().Should().ContainSingle();
    }

    [Fact]
    public async Task RunStepAsync_NotRetryable_IsTriedOnce()
    {
        await using var run = new TrackedRun();
        var attempts = 0;
        var running = run.Workflow.RunStepAsync("parse", (_, _) =>
        {
            attempts++;
            throw new FormatException();
        }, new RetryPolicy());

        await running.Invoking(task => task).Should().ThrowAsync<FormatException>();
        attempts.Should().Be(1);
    }

    [Fact]
    public async Task RunStepAsync_ErrorSaysHowLongToStayAway_IsHeededUpToTheLongestWait()
    {
        await using var run = new TrackedRun();
        var busy = new WorkflowException(new WorkflowError
        {
            Code = "busy", Title = "Busy", Message = "Busy.", Category = ErrorCategory.RateLimit, Retryable = true, RetryAfterMs = 60_000,
        });
        var attempts = 0;
        var running = run.Workflow.RunStepAsync("call", (_, _) => ++attempts == 1 ? throw busy : Task.CompletedTask, new RetryPolicy { MaxDelay = TimeSpan.FromSeconds(20) });
        await run.AdvanceUntilDoneAsync(running);

        (await run.EndAsync()).OfType<StepRetried>().Single().DelayMs.Should().Be(20_000);
    }

    [Fact]
    public async Task RunStepAsync_NestedAndParallel_KeepTheirParents()
    {
        await using var run = new TrackedRun();
        await run.Workflow.RunPhaseAsync(WorkflowPhase.Processing, (phase, token) => phase.RunStepAsync("all", (all, _) => Task.WhenAll(
            all.RunStepAsync("left", (left, _) => left.RunStepAsync("deep", (_, _) => Task.CompletedTask, cancellationToken: token), cancellationToken: token),
            all.RunStepAsync("right", (_, _) => Task.FromResult(1), cancellationToken: token)), cancellationToken: token));

        var events = await run.EndAsync();
        events.OfType<StepStarted>().Select(step => (step.StepId, step.ParentStepId)).Should().BeEquivalentTo(new (string, string?)[]
        {
            ("PROCESSING/all", null), ("PROCESSING/all/left", "PROCESSING/all"), ("PROCESSING/all/left/deep", "PROCESSING/all/left"), ("PROCESSING/all/right", "PROCESSING/all"),
        });
        events.OfType<StepCompleted>().Should().HaveCount(4);
    }

    [Fact]
    public async Task RunStepAsync_ShouldRetryThrows_TheStepFailsByItsOwnFailure()
    {
        await using var run = new TrackedRun();
        var running = run.Workflow.RunStepAsync(
            "call", (_, _) => throw new TimeoutException(), new RetryPolicy { ShouldRetry = _ => throw new InvalidOperationException() });

        await running.Invoking(task => task).Should().ThrowAsync<TimeoutException>();
        (await run.EndAsync()).OfType<StepFailed>().Should().ContainSingle().Which.Error!.Code.Should().Be("timeout");
    }

    [Fact]
    public async Task RunStepAsync_WorkflowAskedToStopBetweenAttempts_DoesNotWaitForTheNext()
    {
        await using var run = new TrackedRun();
        var running = run.Workflow.RunStepAsync(
            "call", (_, _) => throw new TimeoutException(), new RetryPolicy { Delay = TimeSpan.FromHours(1), MaxDelay = TimeSpan.FromHours(1) });
        run.Workflow.RequestCancellation();

        await running.WaitAsync(TimeSpan.FromSeconds(60)).Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        (await run.EndAsync()).OfType<StepCancelled>().Should().ContainSingle();
    }

    [Theory]
    [InlineData(2, 200)]
    [InlineData(3, 400)]
    [InlineData(40, 10_000)]
    public void DelayBefore_Attempts_DoubleUpToTheLongest(int attempt, double expectedMs) =>
        new RetryPolicy().DelayBefore(attempt).TotalMilliseconds.Should().Be(expectedMs);
}
