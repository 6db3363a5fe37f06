using Microsoft.Extensions.DependencyInjection;

namespace Resume2Website.Server.Tests.Publishing;

/// <summary>A running server whose publications live under a clock that runs, and that the test moves forward.</summary>
internal sealed class ClockedServer : IAsyncDisposable
{
    public ShiftedTime Time { get; } = new();

    public RunningServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = new RunningServer { Configure = services => services.AddSingleton<TimeProvider>(Time) };
        await Server.InitializeAsync();
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>The system's clock, a little ahead.</summary>
    internal sealed class ShiftedTime : TimeProvider
    {
        private long _ahead;

        public void Advance(TimeSpan time) => Interlocked.Add(ref _ahead, time.Ticks);

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + new TimeSpan(Interlocked.Read(ref _ahead));
    }
}
