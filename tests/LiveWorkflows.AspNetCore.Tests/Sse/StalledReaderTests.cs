using System.IO.Pipelines;
using LiveWorkflows.AspNetCore.Sse;
using LiveWorkflows.EventLog;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LiveWorkflows.AspNetCore.Tests.Sse;

/// <summary>A reader that takes nothing, with the server's buffer in our own hands.</summary>
public sealed class StalledReaderTests
{
    [Fact]
    public async Task Stream_ToAReaderThatTakesNothing_CostsLittleAndIsCut()
    {
        var time = new FakeTimeProvider();
        var log = new InMemoryEventLog();
        await using var tracker = new WorkflowTracker(log, timeProvider: time);
        await using var workflow = await tracker.StartAsync("import");
        for (var i = 0; i < 2_000; i++) workflow.Log("information", new string('x', 1024));
        await workflow.FlushAsync();
        using var client = new Client();
        using var lifetime = new Lifetime();
        var environment = new SseEnvironment(Options.Create(new LiveWorkflowsEndpointOptions()), time, lifetime);

        var streaming = new WorkflowStream(environment, tracker.Hub, log, workflow.Id, 0).ExecuteAsync(client.Context);
        await client.HeldUp.Task.WaitAsync(WebHost.Patience);
        client.Buffered.Should().BeLessThan(100_000);
        streaming.IsCompleted.Should().BeFalse();
        time.Advance(TimeSpan.FromSeconds(29));
        client.WasCut.Should().BeFalse();
        time.Advance(TimeSpan.FromSeconds(1));

        await streaming.WaitAsync(WebHost.Patience);
        client.WasCut.Should().BeTrue();
        client.Buffered.Should().BeLessThan(100_000);
    }

    [Fact]
    public async Task Stream_ToAReaderThatTakesNothing_DoesNotHoldUpTheShutdown()
    {
        var log = new InMemoryEventLog();
        await using var tracker = new WorkflowTracker(log);
        await using var workflow = await tracker.StartAsync("import");
        for (var i = 0; i < 2_000; i++) workflow.Log("information", new string('x', 1024));
        await workflow.FlushAsync();
        using var client = new Client();
        using var lifetime = new Lifetime();
        var environment = new SseEnvironment(Options.Create(new LiveWorkflowsEndpointOptions()), TimeProvider.System, lifetime);

        var streaming = new WorkflowStream(environment, tracker.Hub, log, workflow.Id, 0).ExecuteAsync(client.Context);
        await client.HeldUp.Task.WaitAsync(WebHost.Patience);
        lifetime.StopApplication();

        await streaming.WaitAsync(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Stream_WhoseLastBytesNobodyTakes_IsClosedSoonAfterTheShutdownBegan()
    {
        var time = new FakeTimeProvider();
        var log = new InMemoryEventLog();
        await using var tracker = new WorkflowTracker(log);
        await using var workflow = await tracker.StartAsync("import");
        using var client = new Client();
        var connection = new Connection();
        client.Context.Features.Set<IConnectionLifetimeFeature>(connection);
        using var lifetime = new Lifetime();
        var environment = new SseEnvironment(Options.Create(new LiveWorkflowsEndpointOptions()), time, lifetime);

        var streaming = new WorkflowStream(environment, tracker.Hub, log, workflow.Id, 0).ExecuteAsync(client.Context);
        lifetime.StopApplication();
        await streaming.WaitAsync(WebHost.Patience);
        connection.WasAborted.Should().BeFalse("a reader that keeps up gets all of it");

        time.Advance(SseConnection.LastFlush);
        connection.WasAborted.Should().BeTrue();
    }

    private sealed class Connection : IConnectionLifetimeFeature
    {
        public bool WasAborted { get; private set; }

        public CancellationToken ConnectionClosed { get; set; }

        public void Abort() => WasAborted = true;
    }

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => _stopping.Cancel();

        public void Dispose() => _stopping.Dispose();
    }

    /// <summary>A connection with Kestrel's limit of 64 KB between the application and the socket.</summary>
    private sealed class Client : PipeWriter, IHttpResponseBodyFeature, IHttpRequestLifetimeFeature, IDisposable
    {
        private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: 64 * 1024, resumeWriterThreshold: 32 * 1024, useSynchronizationContext: false));
        private readonly CancellationTokenSource _aborted = new();
        private long _buffered;

        public Client()
        {
            Context = new DefaultHttpContext();
            Context.Features.Set<IHttpResponseBodyFeature>(this);
            Context.Features.Set<IHttpRequestLifetimeFeature>(this);
            RequestAborted = _aborted.Token;
        }

        public HttpContext Context { get; }

        public long Buffered => Interlocked.Read(ref _buffered);

        public bool WasCut => _aborted.IsCancellationRequested;

        /// <summary>Completes when the writer has to wait for the reader.</summary>
        public TaskCompletionSource HeldUp { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationToken RequestAborted { get; set; }

        public Stream Stream => Stream.Null;

        public PipeWriter Writer => this;

        public void Abort() => _aborted.Cancel();

        public void Dispose() => _aborted.Dispose();

        public override void Advance(int bytes)
        {
            Interlocked.Add(ref _buffered, bytes);
            _pipe.Writer.Advance(bytes);
        }

        public override void CancelPendingFlush() => _pipe.Writer.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => _pipe.Writer.Complete(exception);

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
        {
            var flushing = _pipe.Writer.FlushAsync(cancellationToken);
            if (!flushing.IsCompleted) HeldUp.TrySetResult();
            return flushing;
        }

        public override Memory<byte> GetMemory(int sizeHint = 0) => _pipe.Writer.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => _pipe.Writer.GetSpan(sizeHint);

        public Task CompleteAsync() => Task.CompletedTask;

        public void DisableBuffering() { }

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
