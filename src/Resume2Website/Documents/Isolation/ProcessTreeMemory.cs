using System.Diagnostics;
using System.Globalization;

namespace Resume2Website.Documents.Isolation;

/// <summary>Measures the memory of a process and its children.</summary>
internal static class ProcessTreeMemory
{
    /// <summary>Resident bytes of the process and, on Linux, of all its children; 0 when it has ended.</summary>
    public static long Of(int processId)
    {
        try
        {
            return OperatingSystem.IsLinux() ? OfTree(processId) : OfOne(processId);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            return 0;
        }
    }

    private static long OfTree(int processId)
    {
        // The second number of statm is the resident pages (proc(5)).
        var pages = long.Parse(File.ReadAllText($"/proc/{processId}/statm").Split(' ')[1], CultureInfo.InvariantCulture);
        return (pages * Environment.SystemPageSize) + Children(processId).Sum(Of);
    }

    private static IEnumerable<int> Children(int processId) =>
        Directory.EnumerateDirectories($"/proc/{processId}/task")
            .Select(task => Path.Combine(task, "children"))
            .Where(File.Exists)
            .SelectMany(list => File.ReadAllText(list).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture));

    private static long OfOne(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return process.WorkingSet64;
    }
}
