using System.Diagnostics;
using System.Globalization;

namespace Resume2Website.Templates.Tests.Printing;

/// <summary>A program of a few words of shell in the place of a browser; <c>CHILD</c> in it is a file for the id of a process that it starts.</summary>
internal sealed class StandInBrowser : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("browser-");

    public StandInBrowser(string script)
    {
        File.WriteAllText(Path, $"#!/bin/sh\n{script.Replace("CHILD", ChildFile, StringComparison.Ordinal)}\n");
        if (OperatingSystem.IsWindows()) Assert.Skip("The stand-in is a shell script.");
        else File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    public string Path => System.IO.Path.Combine(_folder.FullName, "browser");

    private string ChildFile => System.IO.Path.Combine(_folder.FullName, "child");

    public bool IsChildRunning()
    {
        try
        {
            using var child = Process.GetProcessById(int.Parse(File.ReadAllText(ChildFile), CultureInfo.InvariantCulture));
            return !child.WaitForExit(TimeSpan.FromSeconds(30));
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
