using System.Runtime.CompilerServices;

namespace Resume2Website.Server.Tests;

/// <summary>No server of these tests, in this process or another, writes to the machine's own log directory unless its test names one.</summary>
internal static class NoLogFiles
{
    [ModuleInitializer]
    internal static void SetDefault() => Environment.SetEnvironmentVariable("Resume2Website__LogDirectory", "none");
}
