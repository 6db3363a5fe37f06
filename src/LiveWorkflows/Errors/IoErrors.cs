namespace LiveWorkflows.Errors;

/// <summary>What a failure to read or write means.</summary>
internal static class IoErrors
{
    // HRESULTs of Windows, and the plain error numbers that .NET gives on Linux and macOS.
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);
    private const int WindowsSharingViolation = unchecked((int)0x80070020);
    private const int NoSpace = 28;
    private const int LinuxQuota = 122;
    private const int MacQuota = 69;
    private const int LinuxBusy = 11;
    private const int MacBusy = 35;

    public static WorkflowError Describe(IOException exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException or DriveNotFoundException => BuiltInErrors.NotFound,
        PathTooLongException => BuiltInErrors.ByCode["invalid_argument"],
        EndOfStreamException => BuiltInErrors.ByCode["malformed"],
        System.Net.Http.HttpIOException => BuiltInErrors.Network,
        { InnerException: System.Net.Sockets.SocketException socket } => SocketErrors.Describe(socket),
        _ => ByNumber(exception.HResult),
    };

    private static WorkflowError ByNumber(int number) => number switch
    {
        WindowsDiskFull or WindowsHandleDiskFull or NoSpace => BuiltInErrors.DiskFull,
        LinuxQuota when OperatingSystem.IsLinux() => BuiltInErrors.DiskFull,
        MacQuota when OperatingSystem.IsMacOS() => BuiltInErrors.DiskFull,
        WindowsSharingViolation => BuiltInErrors.FileInUse,
        LinuxBusy when OperatingSystem.IsLinux() => BuiltInErrors.FileInUse,
        MacBusy when OperatingSystem.IsMacOS() => BuiltInErrors.FileInUse,
        _ => BuiltInErrors.Io,
    };
}
