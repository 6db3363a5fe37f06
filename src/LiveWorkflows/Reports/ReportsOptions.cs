namespace LiveWorkflows.Reports;

/// <summary>What reports speak of.</summary>
public sealed class ReportsOptions
{
    /// <summary>Types of workflow that are listed but kept out of reports; <c>demo</c> by default.</summary>
    public ISet<string> LeftOutTypes { get; } = new HashSet<string>(StringComparer.Ordinal) { "demo" };

    /// <summary>How many workflows that are over the list holds, the newest; of older ones the record is deleted, and they can still be read by their id as long as their events are kept. 20,000 by default.</summary>
    public int MaxListedWorkflows { get; set; } = 20_000;
}
