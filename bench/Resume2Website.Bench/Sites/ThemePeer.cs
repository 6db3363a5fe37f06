using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Resume2Website.Bench.Documents;

namespace Resume2Website.Bench.Sites;

/// <summary>A JSON Resume theme that people use, rendered in a process of node.</summary>
internal static class ThemePeer
{
    private const string Folder = "bench/web-tools";

    /// <summary>The milliseconds of so many renderings, behind as many that warm up; none where the theme is not installed (<c>npm ci</c> in <c>bench/web-tools</c>).</summary>
    public static async Task<IReadOnlyList<double>> RunAsync(string resume, int count)
    {
        if (!Directory.Exists(Checkout.Path(Folder + "/node_modules"))) return [];
        using var process = Process.Start(new ProcessStartInfo("node", [Checkout.Path(Folder + "/render.mjs"), resume, count.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<double[]>(output)! : throw new InvalidOperationException($"The theme ended with {process.ExitCode}.");
    }
}
