using System.Runtime.InteropServices;

namespace LiveWorkflows.Bench;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    public static string Description { get; } =
        $"{Environment.ProcessorCount} cores, {Processor()}, {RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.FrameworkDescription} {RuntimeInformation.ProcessArchitecture}";

    /// <summary>Memory of this process that is in RAM now, and the most it was, in bytes.</summary>
    public static (long Now, long Peak) Memory()
    {
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        return (self.WorkingSet64, self.PeakWorkingSet64);
    }

    private static string Processor()
    {
        try
        {
            return File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown processor";
        }
        catch (IOException)
        {
            return "unknown processor";
        }
    }
}
