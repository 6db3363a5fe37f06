namespace Resume2Website.Server.Hosting;

/// <summary>Where the data directory is when the settings name none: in the system's state for a service, in the user's for a person.</summary>
internal static class DataPath
{
    private const string SystemWide = "/var/lib";
    private const string FolderName = "resume2website";

    public static string Resolve(string? configured) => Path.GetFullPath(string.IsNullOrWhiteSpace(configured) ? Default() : configured);

    private static string Default()
    {
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess && Directory.Exists(SystemWide)) return Path.Combine(SystemWide, FolderName);
        var state = Environment.GetEnvironmentVariable("XDG_STATE_HOME");
        if (!string.IsNullOrEmpty(state) && Path.IsPathRooted(state)) return Path.Combine(state, FolderName);
        return OperatingSystem.IsLinux()
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state", FolderName)
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), FolderName);
    }
}
