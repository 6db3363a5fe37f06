using System.Globalization;

namespace Resume2Website.Bench.Pipeline;

/// <summary>Measures the processor time of a process and all its children, on Linux: unlike the clock's, it hardly depends on what else the machine does.</summary>
internal static class ProcessTreeTime
{
    private const double TicksPerSecond = 100;

    /// <summary>User and kernel time of the process, its children, and those of them that have ended and were waited for (proc(5)).</summary>
    public static TimeSpan Of(int processId)
    {
        try
        {
            // The name in brackets may hold anything; 14 to 17 are the times, of which it and the third field stand before.
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = fields[11..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
            return TimeSpan.FromSeconds(ticks / TicksPerSecond) + TimeSpan.FromTicks(Children(processId).Sum(child => Of(child).Ticks));
        }
        catch (IOException)
        {
            return TimeSpan.Zero;
        }
    }

    private static IEnumerable<int> Children(int processId) =>
        Directory.EnumerateDirectories($"/proc/{processId}/task")
            .SelectMany(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture));
}
