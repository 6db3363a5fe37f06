using System.Runtime.InteropServices;

namespace LiveWorkflows.Sqlite;

/// <summary>What .NET does not offer: directories for the owner alone, and their entries made durable.</summary>
internal static partial class FileSystem
{
    /// <summary>The code of a failure by which a file or directory is not there: ENOENT.</summary>
    public const int NoSuchEntry = 2;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static void CreatePrivateDirectory(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OwnerOnly);
    }

    /// <summary>Makes what was created, renamed or removed in a directory survive a loss of power.</summary>
    /// <remarks>A file's own fsync does not cover its name. Windows writes names through by itself and has no such call.</remarks>
    public static void SyncDirectory(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        const int readOnly = 0;
        var descriptor = Open(path, readOnly);
        if (descriptor < 0) throw LastFailure(path);
        try
        {
            if (Sync(descriptor) != 0) throw LastFailure(path);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException LastFailure(string path) =>
        new($"The directory '{path}' could not be synchronised: {Marshal.GetLastPInvokeErrorMessage()}.", Marshal.GetLastPInvokeError());

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
