namespace LiveWorkflows.Logging;

/// <summary>Where a program's log files belong: the platform's place, else the user's.</summary>
/// <remarks>Filesystem Hierarchy Standard 3.0, section 5.10 (<c>/var/log</c>); XDG Base Directory Specification 0.8 (<c>$XDG_STATE_HOME</c>).</remarks>
internal static class LogDirectory
{
    private const int MaxNameLength = 64;

    /// <summary>The directory for this machine and user; null where there is none.</summary>
    public static string? Default(string application)
    {
        if (OperatingSystem.IsWindows()) return Below(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), application, "Logs");
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsMacOS()) return Below(home, "Library", "Logs", application);
        return OnUnix(application, Environment.GetEnvironmentVariable("XDG_STATE_HOME"), home, CanWrite);
    }

    /// <summary>The choice on Linux and its relatives.</summary>
    public static string? OnUnix(string application, string? stateHome, string home, Func<string, bool> canWrite)
    {
        var system = "/var/log/" + application;
        if (canWrite(system)) return system;
        // The specification: a path that is not absolute is to be ignored.
        return stateHome is { Length: > 0 } && stateHome[0] == '/' ? Below(stateHome, application, "log") : Below(home, ".local", "state", application, "log");
    }

    /// <summary>The application's name as a directory and the beginning of file names: small letters, digits, and hyphens for anything else.</summary>
    public static string NameOf(string application)
    {
        var letters = application.ToLowerInvariant().Take(MaxNameLength).Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' ? letter : '-');
        return string.Concat(letters).Trim('.', '-') is { Length: > 0 } name ? name : "workflows";
    }

    private static bool CanWrite(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            using (new FileStream(Path.Combine(directory, $".{Guid.NewGuid():n}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose)) return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string? Below(string parent, params ReadOnlySpan<string> names) => parent.Length == 0 ? null : Path.Combine([parent, .. names]);
}
