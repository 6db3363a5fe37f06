using LiveWorkflows.Alerts;
using Resume2Website.Extraction.Llm;
using Resume2Website.Server.Access;
using Resume2Website.Server.Publishing;
using Resume2Website.Server.Telemetry;
using Resume2Website.Server.Uploads;

namespace Resume2Website.Server.Hosting;

/// <summary>The settings under <c>Resume2Website</c>.</summary>
internal sealed class ServerOptions
{
    public const string Section = "Resume2Website";

    /// <summary>Where jobs, events and files are kept; a folder of the user's state directory when empty.</summary>
    public string? DataDirectory { get; set; }

    /// <summary>Where the files of JSON lines are written that tell what jobs did; the platform's log directory when empty, no files when <c>none</c>.</summary>
    public string? LogDirectory { get; set; }

    /// <summary>The largest upload, in bytes; 10 MB by default.</summary>
    public long MaxUploadBytes { get; set; } = 10L << 20;

    /// <summary>The Chromium that prints PDFs; the one of <c>CHROME_PATH</c> or on the <c>PATH</c> when empty.</summary>
    public string? PdfBrowser { get; set; }

    /// <summary>Whether requests run on the threads that read the sockets (Kestrel's <c>UnsafePreferInlineScheduling</c>).</summary>
    /// <remarks>
    /// With thousands of streams it saves a thread switch a write; but whatever blocks a thread then blocks every connection that shares it.
    /// It holds for the whole host, so it is off unless asked for.
    /// </remarks>
    public bool InlineScheduling { get; set; }

    public AccessOptions Access { get; set; } = new();

    public LimitsOptions Limits { get; set; } = new();

    public RetentionOptions Retention { get; set; } = new();

    /// <summary>Alert rules and webhooks.</summary>
    public AlertOptions Alerts { get; set; } = new();

    /// <summary>The language model that may read CVs of people who agree; none by default.</summary>
    public LlmOptions Llm { get; set; } = new();

    public SitesOptions Sites { get; set; } = new();

    public TelemetryOptions Telemetry { get; set; } = new();

    /// <summary>What is wrong with the settings, each sentence naming its key; empty when nothing is.</summary>
    public IEnumerable<string> Problems()
    {
        if (MaxUploadBytes is < 1024 or > 1L << 30) yield return $"{Section}:{nameof(MaxUploadBytes)} must be between 1024 and 1073741824 bytes.";
        if (DataDirectory is { Length: > 0 } path && path.Contains('\0', StringComparison.Ordinal))
            yield return $"{Section}:{nameof(DataDirectory)} is not a path.";
        if (LogDirectory is { Length: > 0 } logs && logs.Contains('\0', StringComparison.Ordinal))
            yield return $"{Section}:{nameof(LogDirectory)} is not a path.";
        foreach (var problem in Access.Problems().Concat(Limits.Problems()).Concat(Retention.Problems()).Concat(Sites.Problems()).Concat(Telemetry.Problems()).Concat(Llm.Problems($"{Section}:{nameof(Llm)}")).Concat(Alerts.Problems($"{Section}:{nameof(Alerts)}"))) yield return problem;
    }
}
