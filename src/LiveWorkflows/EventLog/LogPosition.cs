namespace LiveWorkflows.EventLog;

/// <summary>A place in an event log, as an opaque token of that log. It is no sequence number and cannot be computed with.</summary>
/// <param name="Token">URL-safe text, at most 64 characters.</param>
public readonly record struct LogPosition(string Token)
{
    /// <summary>Before the first event of every log.</summary>
    public static LogPosition Start { get; } = new("0");

    /// <inheritdoc/>
    public override string ToString() => Token ?? "";
}
