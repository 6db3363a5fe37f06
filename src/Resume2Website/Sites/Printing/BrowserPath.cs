namespace Resume2Website.Sites.Printing;

/// <summary>Finds the browser that prints.</summary>
internal static class BrowserPath
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

    private static readonly string[] Places =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files\Chromium\Application\chrome.exe",
    ];

    /// <summary>The program's path; null when there is none.</summary>
    /// <param name="configured">The one that is named: it or none.</param>
    public static string? Find(string? configured)
    {
        var named = configured ?? Environment.GetEnvironmentVariable("CHROME_PATH");
        if (!string.IsNullOrEmpty(named)) return File.Exists(named) ? named : null;
        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))).Concat(Places).FirstOrDefault(File.Exists);
    }
}
