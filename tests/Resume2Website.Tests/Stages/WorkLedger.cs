using System.Collections.Concurrent;

namespace Resume2Website.Tests.Stages;

/// <summary>Counts how often each piece of work was done.</summary>
internal sealed class WorkLedger
{
    private readonly ConcurrentDictionary<string, int> _counts = new();

    public void Note(string step) => _counts.AddOrUpdate(step, 1, (_, count) => count + 1);

    public int Of(string step) => _counts.GetValueOrDefault(step);
}
