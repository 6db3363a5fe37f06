namespace Resume2Website.Stages;

/// <summary>What a step left for later ones; after a resumption it is fetched when the first of them asks, for those that are done need it no more.</summary>
internal sealed class StepOutput<T>(string digest, Func<CancellationToken, Task<T>> fetch) where T : class
{
    private T? _value;

    public StepOutput(string digest, T value) : this(digest, _ => Task.FromResult(value)) => _value = value;

    /// <summary>The artifact that holds it.</summary>
    public string Digest { get; } = digest;

    public async ValueTask<T> GetAsync(CancellationToken cancellationToken) => _value ??= await fetch(cancellationToken).ConfigureAwait(false);
}
