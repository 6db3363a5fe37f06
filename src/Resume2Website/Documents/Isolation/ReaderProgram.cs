using System.Diagnostics;
using System.Globalization;

namespace Resume2Website.Documents.Isolation;

/// <summary>Finds the reader's program and how to start it: with limits, without core dumps, and with nothing of the host's environment.</summary>
internal static class ReaderProgram
{
    private const string Name = "Resume2Website.Reader";
    private static readonly string[] Inherited = ["PATH", "TMPDIR", "SystemRoot", "TEMP"];

    /// <summary>How a reader is started.</summary>
    /// <exception cref="FileNotFoundException">There is no reader.</exception>
    public static ProcessStartInfo StartInfo(ReaderOptions options)
    {
        var program = Find(options);
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false, CreateNoWindow = true };
        if (OperatingSystem.IsWindows())
        {
            start.FileName = program[0];
        }
        else
        {
            // The shell only sets the limit and gives way to the reader: the process id stays. A dying runtime prints the stack, which nobody must read.
            start.FileName = "/bin/sh";
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add("ulimit -c 0; exec \"$0\" \"$@\" 2>/dev/null");
            start.ArgumentList.Add(program[0]);
        }

        foreach (var argument in program[1..]) start.ArgumentList.Add(argument);
        SetEnvironment(start, options);
        return start;
    }

    private static string[] Find(ReaderOptions options)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "reader");
        var program = options.ProgramPath ?? Path.Combine(folder, OperatingSystem.IsWindows() ? Name + ".exe" : Name);
        if (!File.Exists(program) && options.ProgramPath is null) program = Path.Combine(folder, Name + ".dll");
        if (!File.Exists(program)) throw new FileNotFoundException("The reader's program is missing.", program);
        return program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? [Path.Combine(DotnetRoot() ?? "", "dotnet"), program] : [program];
    }

    private static void SetEnvironment(ProcessStartInfo start, ReaderOptions options)
    {
        var inherited = Inherited.Select(name => (name, value: Environment.GetEnvironmentVariable(name))).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in inherited.Where(variable => variable.value is not null)) start.Environment[name] = value;
        if (DotnetRoot() is { } root) start.Environment["DOTNET_ROOT"] = root;
        start.Environment[ReaderFolder.Variable] = ReaderFolder.NewPath(options.WorkDirectory);
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["DOTNET_GCHeapHardLimit"] = options.HeapBytes.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        // No debugger's socket in the temporary folder: nobody may attach, and the start is quicker.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
    }

    /// <summary>The folder of the runtime that this process runs on; null where the program carries its own.</summary>
    private static string? DotnetRoot()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        if (string.IsNullOrEmpty(framework)) return null;
        var root = Path.GetFullPath(Path.Combine(framework, "..", "..", ".."));
        return Directory.Exists(Path.Combine(root, "host", "fxr")) ? root : null;
    }
}
