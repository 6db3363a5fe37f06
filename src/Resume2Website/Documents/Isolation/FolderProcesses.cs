using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Resume2Website.Documents.Isolation;

/// <summary>
/// The programs that still work in a reader's folder. They end with their reader where the kernel can be asked for that; where it cannot, whoever removes
/// the folder ends them first. Only Linux tells where a process works.
/// </summary>
internal static class FolderProcesses
{
    private const string Processes = "/proc";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Ends them and waits until they are gone.</summary>
    public static void End(string folder)
    {
        foreach (var id in WorkingIn(folder))
        {
            try
            {
                using var process = Process.GetProcessById(id);
                process.Kill(entireProcessTree: true);
                process.WaitForExit(Patience);
            }
            catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception or AggregateException)
            {
                // It has ended by itself, or is none of this user's.
            }
        }
    }

    private static List<int> WorkingIn(string folder)
    {
        if (!OperatingSystem.IsLinux()) return [];
        var inside = folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        return [.. Directory.EnumerateDirectories(Processes)
            .Where(path => int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Where(path => PlaceOf(path) is { } place && (place + Path.DirectorySeparatorChar).StartsWith(inside, StringComparison.Ordinal))
            .Select(path => int.Parse(Path.GetFileName(path), CultureInfo.InvariantCulture))];
    }

    private static string? PlaceOf(string process)
    {
        try
        {
            return new FileInfo(Path.Combine(process, "cwd")).LinkTarget;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
