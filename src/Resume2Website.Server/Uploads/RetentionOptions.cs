using Resume2Website.Server.Hosting;

namespace Resume2Website.Server.Uploads;

/// <summary>The settings under <c>Resume2Website:Retention</c>.</summary>
internal sealed class RetentionOptions
{
    private const string Section = ServerOptions.Section + ":Retention";
    private static readonly TimeSpan MaxOriginals = TimeSpan.FromHours(24);
    private static readonly TimeSpan MaxUnpublished = TimeSpan.FromDays(7);

    /// <summary>How long uploaded files are kept after processing; 24 h at most.</summary>
    public TimeSpan Originals { get; set; } = MaxOriginals;

    /// <summary>How long jobs that were not published are kept; 7 days at most.</summary>
    public TimeSpan Unpublished { get; set; } = MaxUnpublished;

    /// <summary>How often it is looked for what is due.</summary>
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromMinutes(10);

    public IEnumerable<string> Problems()
    {
        if (Originals < TimeSpan.Zero || Originals > MaxOriginals) yield return $"{Section}:{nameof(Originals)} must be between 0 and 24 hours.";
        if (Unpublished <= TimeSpan.Zero || Unpublished > MaxUnpublished) yield return $"{Section}:{nameof(Unpublished)} must be between 0 and 7 days.";
        if (SweepInterval < TimeSpan.FromSeconds(1)) yield return $"{Section}:{nameof(SweepInterval)} must be at least a second.";
    }
}
