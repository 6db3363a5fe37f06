namespace LiveWorkflows.Reports;

/// <summary>What reports speak of.</summary>
public sealed class ReportsOptions
{
    /// <summary>Types of workflow that are listed but kept out of reports; <c>demo</c> by default.</summary>
    public ISet<string> LeftOutTypes { get; } = new HashSet<string>(StringComparer.Ordinal) { "demo" };
}
