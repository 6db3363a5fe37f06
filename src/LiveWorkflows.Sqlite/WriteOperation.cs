namespace LiveWorkflows.Sqlite;

/// <summary>A change that waits for its turn to be committed with others.</summary>
internal abstract class WriteOperation
{
    /// <summary>Whether the write-ahead log must be emptied before the change counts as made.</summary>
    public bool ErasesTraces { get; init; }

    /// <summary>False when the caller has gone: then nothing is done.</summary>
    public abstract bool TryBegin();

    public abstract void Run(WriteSession session);

    public abstract void Succeed();

    public abstract void Fail(Exception failure);
}

/// <summary>A change with a result.</summary>
/// <param name="body">Makes the change; may be run again after a rollback.</param>
/// <param name="unavailable">Gives a failure of the storage the contract's name.</param>
/// <param name="cancellationToken">Lets go of a change that was not begun.</param>
internal sealed class WriteOperation<T>(Func<WriteSession, T> body, Func<Exception, Exception> unavailable, CancellationToken cancellationToken)
    : WriteOperation
{
    // Continuations must never run on the writer's thread: everyone else's commit waits for it.
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Completion => _completion.Task;

    public override bool TryBegin() => !cancellationToken.IsCancellationRequested || !_completion.TrySetCanceled(cancellationToken);

    public override void Run(WriteSession session) => _result = body(session);

    public override void Succeed() => _completion.TrySetResult(_result!);

    public override void Fail(Exception failure) =>
        _completion.TrySetException(SqliteErrors.IsUnavailable(failure) ? unavailable(failure) : failure);
}
