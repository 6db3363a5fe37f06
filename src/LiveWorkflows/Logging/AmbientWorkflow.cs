using System.Diagnostics;

namespace LiveWorkflows.Logging;

/// <summary>The workflow or step that the present flow of code works for, so that a plain logger's lines find their way to it.</summary>
/// <remarks>
/// Set by whatever runs a body (a workflow, a phase, a step, a job's handler) and by <c>Capture()</c>. An async method's change of an
/// <see cref="AsyncLocal{T}"/> ends with the method, so those who run a body have nothing to restore.
/// </remarks>
internal static class AmbientWorkflow
{
    private static readonly AsyncLocal<object?> Holder = new();
    private static int _captures;

    /// <summary>Whether anybody in this process captures; as long as nobody does, running a step pays one reading of a field for it.</summary>
    public static bool IsWanted => Volatile.Read(ref _captures) > 0;

    /// <summary>The ambient <see cref="Workflow"/> or <see cref="StepScope"/>, or null.</summary>
    public static object? Current => Holder.Value;

    public static void AddCapture() => Interlocked.Increment(ref _captures);

    public static void RemoveCapture() => Interlocked.Decrement(ref _captures);

    /// <summary>Sets the owner and its span for the rest of the calling async method and what it calls; does nothing while nobody captures or traces.</summary>
    public static void Enter(object owner, Activity? span)
    {
        if (span is not null) Activity.Current = span;
        if (IsWanted) Holder.Value = owner;
    }

    /// <summary>Sets the owner until the returned object is disposed.</summary>
    public static IDisposable Push(object owner)
    {
        var restore = new Restoration(Holder.Value);
        Holder.Value = owner;
        return restore;
    }

    private sealed class Restoration(object? before) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0) Holder.Value = before;
        }
    }
}
