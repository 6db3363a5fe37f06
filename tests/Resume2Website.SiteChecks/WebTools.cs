using System.Runtime.CompilerServices;

namespace Resume2Website.SiteChecks;

/// <summary>Where the programs are that look at sites.</summary>
public static class WebTools
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>The root of the checkout.</summary>
    public static string Root { get; } = Here();

    /// <summary>The system's Chromium.</summary>
    /// <exception cref="ToolMissingException">There is none.</exception>
    public static string Chromium => Array.Find(Browsers, File.Exists) ?? throw new ToolMissingException("No Chromium is installed (Debian: apt-get install chromium).");

    /// <summary>A file of the packages that <c>npm ci</c> installs in <c>tests/web-tools</c>.</summary>
    /// <exception cref="ToolMissingException">It is not there.</exception>
    public static string Package(string path)
    {
        var file = Path.Combine(Root, "tests/web-tools/node_modules", path);
        return File.Exists(file) ? file : throw new ToolMissingException($"{path.Split('/')[0]} is not installed (npm --prefix tests/web-tools ci).");
    }

    private static string Here([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../.."));
}
