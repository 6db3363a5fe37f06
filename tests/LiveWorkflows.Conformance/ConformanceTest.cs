namespace LiveWorkflows.Conformance;

/// <summary>A contract's tests, run against the store that <see cref="Create"/> gives.</summary>
/// <typeparam name="TContract">The contract under test.</typeparam>
public abstract class ConformanceTest<TContract> : IAsyncLifetime
    where TContract : class
{
    /// <summary>How long a test waits for what must come: generous, because only a broken store ever needs it all.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The store under test.</summary>
    protected TContract Store { get; private set; } = null!;

    /// <summary>Whether what was stored survives <see cref="Reopen"/>.</summary>
    protected virtual bool IsDurable => false;

    /// <summary>Makes an empty store.</summary>
    protected abstract ValueTask<TContract> Create();

    /// <summary>Closes the store and opens it again over the same storage; only asked of durable ones.</summary>
    protected virtual ValueTask<TContract> Reopen() => throw new NotSupportedException();

    /// <summary>Clears up after the store.</summary>
    protected virtual ValueTask Close() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => Store = await Create();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Close();
        GC.SuppressFinalize(this);
    }

    /// <summary>Goes on with the store as another process would find it; skips the test where nothing survives.</summary>
    protected async Task ReopenStore()
    {
        Assert.SkipUnless(IsDurable, "This storage lives as long as the process.");
        Store = await Reopen();
    }
}
