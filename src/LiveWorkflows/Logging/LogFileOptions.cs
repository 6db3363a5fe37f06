namespace LiveWorkflows.Logging;

/// <summary>Where the events of all workflows are written as files, and how many are kept.</summary>
public sealed class LogFileOptions
{
    /// <summary>Whether files are written; true by default.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// The directory; when null the platform's: <c>/var/log/APPLICATION</c> where that can be written, else the user's state directory
    /// (<c>$XDG_STATE_HOME</c> or <c>~/.local/state</c>, there <c>APPLICATION/log</c>), <c>~/Library/Logs/APPLICATION</c> on macOS,
    /// <c>%LOCALAPPDATA%\APPLICATION\Logs</c> on Windows.
    /// </summary>
    public string? Directory { get; set; }

    /// <summary>The application's name, which directory and files are named after; the host's when null.</summary>
    public string? ApplicationName { get; set; }

    /// <summary>The size, in bytes, beyond which a day's next file is begun; 64 MB by default.</summary>
    public long MaxFileBytes { get; set; } = 64L << 20;

    /// <summary>How many files are kept; the oldest beyond are deleted. 31 by default.</summary>
    public int RetainedFiles { get; set; } = 31;

    /// <summary>Tags that may stand in the files; all others, and file names unless <c>file_name</c> is among them, are left out.</summary>
    public ISet<string> AllowedTags { get; } = new HashSet<string>(StringComparer.Ordinal);
}
