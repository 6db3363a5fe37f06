using System.Diagnostics;
using CsCheck;
using LiveWorkflows.Events;
using LiveWorkflows.Tests.Laws;

namespace LiveWorkflows.Tests.Telemetry;

/// <summary>Workflow, phase and step as spans: nested, with times, status and attempts.</summary>
public sealed class WorkflowSpansTests
{
    private static readonly ActivitySource Http = new("Http");

    [Fact]
    public async Task Spans_OfAWorkflow_NestLikeItAndHoldTheCodeWithinTheirSteps()
    {
        await using var traced = new TracedTracker(configure: options => options.AllowedTags.Add("region"));
        var trace = "";
        var attempts = 0;
        var options = new WorkflowOptions { Type = "import", Tags = new Dictionary<string, string> { ["region"] = "eu", ["customer"] = "Ada" } };
        Func<Task> run = () => traced.Tracker.RunAsync("nightly", async (workflow, token) =>
        {
            trace = workflow.Identity.CorrelationId!;
            await workflow.RunPhaseAsync(new WorkflowPhase("WORK"), async (phase, _) =>
            {
                await phase.RunStepAsync("load", (step, _) =>
                {
                    using var call = Http.StartActivity("GET");
                    if (++attempts < 2) throw new TimeoutException("secret");
                    step.BeginStep("part").Complete();
                    return Task.CompletedTask;
                }, new RetryPolicy { MaxAttempts = 3, Delay = TimeSpan.Zero }, token);
                await phase.RunStepAsync("save", (_, _) => throw new IOException("secret"), cancellationToken: token);
            }, cancellationToken: token);
        }, options);
        await run.Should().ThrowAsync<IOException>();
        Activity.Current.Should().BeNull("what ran inside leaves nothing behind");

        var spans = await traced.EndedAsync(trace);
        spans.Select(span => span.DisplayName).Should().BeEquivalentTo("workflow import", "phase WORK", "step load", "GET", "GET", "step part", "step save");
        var root = spans.Single(span => span.DisplayName == "workflow import");
        var phase = spans.Single(span => span.DisplayName == "phase WORK");
        var load = spans.Single(span => span.DisplayName == "step load");
        root.ParentSpanId.Should().Be(default(ActivitySpanId));
        phase.ParentSpanId.Should().Be(root.SpanId);
        load.ParentSpanId.Should().Be(phase.SpanId);
        spans.Where(span => span.DisplayName is "GET" or "step part").Should().OnlyContain(span => span.ParentSpanId == load.SpanId);
        load.GetTagItem("liveworkflows.step.attempts").Should().Be(2);
        load.Events.Should().ContainSingle(marked => marked.Name == "retry");
        load.Status.Should().Be(ActivityStatusCode.Unset);
        var save = spans.Single(span => span.DisplayName == "step save");
        save.Status.Should().Be(ActivityStatusCode.Error);
        save.GetTagItem("error.type").Should().Be(save.StatusDescription).And.NotBeNull();
        root.GetTagItem("liveworkflows.status").Should().Be("failed");
        root.GetTagItem("liveworkflows.tag.region").Should().Be("eu");
        spans.SelectMany(span => span.TagObjects.Select(tag => tag.Value?.ToString()).Append(span.StatusDescription)).Should().NotContain(text => text != null && (text.Contains("secret") || text.Contains("Ada")));
    }

    [Fact]
    public async Task Span_OfAWorkflow_ContinuesTheCallersTraceAndTakesItsTimesFromTheEvents()
    {
        await using var traced = new TracedTracker();
        using var caller = Http.StartActivity("POST")!;
        await using (var workflow = traced.Tracker.Start("import"))
        {
            Activity.Current.Should().BeSameAs(caller, "to begin is not to go inside");
            workflow.BeginStep("load").Complete();
            Activity.Current.Should().BeSameAs(caller);
            workflow.Complete();
        }

        var ids = await traced.EndedAsync(caller.TraceId.ToHexString());
        var root = ids.Single(span => span.DisplayName == "workflow import");
        root.ParentSpanId.Should().Be(caller.SpanId);
        await foreach (var stored in traced.Log.ReadAsync((string)root.GetTagItem("liveworkflows.workflow.id")!))
        {
            var happened = WorkflowEventSerializer.Deserialize(stored);
            happened.CorrelationId.Should().Be(caller.TraceId.ToHexString());
            if (happened is WorkflowCompleted ended) root.Duration.TotalMilliseconds.Should().BeApproximately(ended.DurationMs, 0.01);
        }
    }

    [Fact]
    public async Task Span_OfAQueuedWorkflow_IsInTheTraceItWasQueuedIn()
    {
        await using var traced = new TracedTracker();
        var id = await traced.Tracker.QueueAsync("import", cancellationToken: TestContext.Current.CancellationToken);
        var correlation = (await traced.Tracker.GetSummaryAsync(id, TestContext.Current.CancellationToken))!.CorrelationId!;
        await using (var workflow = (await traced.Tracker.ResumeAsync(id, cancellationToken: TestContext.Current.CancellationToken))!) workflow.Complete();
        var root = (await traced.EndedAsync(correlation)).Should().ContainSingle().Which;
        root.ParentSpanId.Should().Be(default(ActivitySpanId), "no span is made up that nobody could find");
    }

    [Fact]
    public async Task Span_InARequestThatNobodyTraces_IsARootOfItsTrace()
    {
        await using var traced = new TracedTracker();
        var request = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();
        await using (var workflow = traced.Tracker.Start("import")) workflow.Complete();
        request.Stop();
        var root = (await traced.EndedAsync(request.TraceId.ToHexString())).Should().ContainSingle().Which;
        root.ParentSpanId.Should().Be(default(ActivitySpanId));
        root.Recorded.Should().BeTrue();
    }

    [Fact]
    public async Task Spans_OfAWorkflowThatIsLeft_EndAndSaySo()
    {
        await using var traced = new TracedTracker();
        var workflow = traced.Tracker.Start("import");
        var step = workflow.BeginStep("load");
        await workflow.FlushAsync(TestContext.Current.CancellationToken);
        await workflow.LeaveAsync();
        var spans = await traced.EndedAsync(workflow.Identity.CorrelationId!);
        spans.Should().HaveCount(2).And.OnlyContain(span => (string?)span.GetTagItem("liveworkflows.status") == "left");
        step.Dispose();
    }

    [Fact]
    public async Task Spans_ThatAreNotSampled_AreNotMadeForPhasesAndSteps()
    {
        await using var traced = new TracedTracker(spans: false);
        var workflow = traced.Tracker.Start("import");
        var step = workflow.BeginStep("load");
        if (workflow.Span is null) step.Span.Should().BeNull();
        workflow.Complete();
        await workflow.DisposeAsync();
    }

    [Fact]
    public async Task Spans_OfRandomWorkflows_AreOnePerStepAndPhaseAndAllEnd()
    {
        await RandomWorkflow.Gen.SampleAsync(async random =>
        {
            await using var traced = new TracedTracker();
            var workflow = traced.Tracker.Start("random", random.Options);
            await random.RunAsync(workflow, new Microsoft.Extensions.Time.Testing.FakeTimeProvider());
            await random.EndAsync(workflow);
            var spans = await traced.EndedAsync(workflow.Identity.CorrelationId!);
            var expected = 1;
            await foreach (var stored in traced.Log.ReadAsync(workflow.Id)) expected += stored.Type is StepStarted.Name or PhaseStarted.Name ? 1 : 0;
            spans.Count.Should().Be(expected);
            var ids = spans.Select(span => span.SpanId).ToHashSet();
            spans.Where(span => span.ParentSpanId != default).Should().OnlyContain(span => ids.Contains(span.ParentSpanId));
        }, iter: 30, threads: 1);
    }
}
