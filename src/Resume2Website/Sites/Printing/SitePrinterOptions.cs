namespace Resume2Website.Sites.Printing;

/// <summary>What PDFs are printed with, and within which limits.</summary>
public sealed class SitePrinterOptions
{
    /// <summary>The browser's program; when null the one that <c>CHROME_PATH</c> names, or Chromium or Chrome on the <c>PATH</c>.</summary>
    public string? Browser { get; set; }

    /// <summary>How long one PDF may take before the browser is ended; 30 seconds.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many callers may wait for the one that is printing; one more is refused with <c>pdf_busy</c>.</summary>
    public int MaxWaiting { get; set; } = 4;
}
