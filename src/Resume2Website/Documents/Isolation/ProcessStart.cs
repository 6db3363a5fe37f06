using System.Diagnostics;
using System.Globalization;

namespace Resume2Website.Documents.Isolation;

/// <summary>When a process started, by a clock that nobody sets: together with its number that is a process and no other.</summary>
internal static class ProcessStart
{
    /// <summary>Where the system does not tell, the number alone has to do.</summary>
    private const string Untold = "0";

    /// <summary>The field of a process's state, and that of its start in ticks since the machine's, behind its name (proc_pid_stat(5)).</summary>
    private const int StateField = 0, StartField = 19;

    /// <summary>That of this process.</summary>
    public static string Own { get; } = Of(Environment.ProcessId) ?? Untold;

    /// <summary>That of a process; null when there is none of this number.</summary>
    public static string? Of(int id)
    {
        if (!OperatingSystem.IsLinux()) return IsThere(id) ? Untold : null;
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return fields[StateField] is "Z" or "X" ? null : fields[StartField];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static bool IsThere(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
