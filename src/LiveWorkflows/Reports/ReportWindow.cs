namespace LiveWorkflows.Reports;

/// <summary>A stretch of time that begins and ends where slots do.</summary>
/// <param name="From">Its beginning, which belongs to it.</param>
/// <param name="To">Its end, which does not.</param>
/// <param name="Resolution">What its edges are multiples of.</param>
internal readonly record struct ReportWindow(DateTimeOffset From, DateTimeOffset To, TimeSpan Resolution)
{
    public DateTimeOffset Middle => From + (To - From) / 2;

    public bool Holds(DateTimeOffset? time) => time >= From && time < To;
}
