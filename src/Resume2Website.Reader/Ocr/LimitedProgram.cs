using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Resume2Website.Documents;

namespace Resume2Website.Reader.Ocr;

/// <summary>
/// Runs a program over one document: input and output through pipes, nothing of the environment, bounded time, processor time, memory and output.
/// It is killed when this process dies, however it dies.
/// </summary>
/// <param name="Path">The program's file.</param>
/// <param name="TimeLimit">How long it may run.</param>
internal sealed record LimitedProgram(string Path, TimeSpan TimeLimit)
{
    /// <summary>The most address space that it may take, in kilobytes.</summary>
    private const int MemoryKilobytes = 1 << 20;

    /// <summary>The blocks by which the shell counts the length of files.</summary>
    private const int FileBlock = 512;

    /// <summary>
    /// The shell only sets the limits and gives way to the program. The kernel's death signal reaches the program where this process cannot: when this process
    /// is killed. What the program complains of may quote the document, so that nobody reads it.
    /// </summary>
    private const string Script =
        "ulimit -c 0; ulimit -v $1; ulimit -t $2; ulimit -f $3; apart=; [ $4 = 1 ] && unshare -rn true 2>/dev/null && apart='unshare -rn --'; shift 4; "
        + "command -v setpriv >/dev/null 2>&1 && exec $apart setpriv --pdeathsig KILL -- \"$@\" 2>/dev/null; exec $apart \"$@\" 2>/dev/null";

    private static readonly string[] Inherited = ["PATH", "TESSDATA_PREFIX"];

    /// <summary>The code of what it gives up on.</summary>
    public string FailureCode { get; init; } = "recognition_failed";

    /// <summary>The exit codes that are no failure.</summary>
    public IReadOnlyList<int> EndsWith { get; init; } = [0];

    /// <summary>The folder it works in, which is its user's home too; null for this process's own, and no home.</summary>
    public string? Folder { get; init; }

    /// <summary>The most bytes of a file that it may write; null for any number.</summary>
    public long? MaxFileBytes { get; init; }

    /// <summary>Whether it is started without a network, where the kernel lets a plain user do that.</summary>
    public bool IsOffline { get; init; }

    /// <summary>What it writes to its output. To be called on a thread that lives as long as the program: the death signal is tied to the thread that starts it.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">What it reads from its input.</param>
    /// <param name="outputLimit">The most bytes it may write.</param>
    /// <exception cref="DocumentException">It failed, or went over a limit.</exception>
    public byte[] Run(IReadOnlyList<string> arguments, ReadOnlyMemory<byte> input, int outputLimit)
    {
        using var process = Start(arguments);
        var isLate = false;
        using var clock = new Timer(_ => { Volatile.Write(ref isLate, true); Kill(process); }, null, TimeLimit, Timeout.InfiniteTimeSpan);
        try
        {
            var writing = Task.Run(() => Write(process, input));
            var output = Read(process.StandardOutput.BaseStream, outputLimit);
            if (output is null) Kill(process);
            writing.GetAwaiter().GetResult();
            process.WaitForExit();
            if (Volatile.Read(ref isLate)) throw new DocumentException("reading_timeout");
            if (output is null) throw new DocumentException("too_complex");
            return EndsWith.Contains(process.ExitCode) ? output : throw new DocumentException(FailureCode);
        }
        finally
        {
            Kill(process);
        }
    }

    private Process Start(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo { FileName = "/bin/sh", RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        var seconds = Text((int)Math.Ceiling(TimeLimit.TotalSeconds) + 1);
        var blocks = MaxFileBytes is { } bytes ? Text(bytes / FileBlock) : "unlimited";
        foreach (var argument in (string[])["-c", Script, "sh", Text(MemoryKilobytes), seconds, blocks, IsOffline ? "1" : "0", Path, .. arguments]) start.ArgumentList.Add(argument);
        var kept = Inherited.Select(name => (name, value: Environment.GetEnvironmentVariable(name))).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in kept.Where(variable => variable.value is not null)) start.Environment[name] = value;
        if (Folder is not null) start.Environment["HOME"] = start.Environment["TMPDIR"] = start.WorkingDirectory = Folder;
        start.Environment["LANG"] = "C.UTF-8";
        // With threads of its own Tesseract takes six times as long: pages are what is read at the same time.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new DocumentException("recognition_unavailable", exception);
        }
    }

    private static void Write(Process process, ReadOnlyMemory<byte> input)
    {
        try
        {
            process.StandardInput.BaseStream.Write(input.Span);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It needed no more, or has ended: its output and its exit code say which.
        }
    }

    private static byte[]? Read(Stream output, int limit)
    {
        using var read = new MemoryStream();
        var buffer = new byte[64 << 10];
        for (int count; (count = output.Read(buffer)) > 0;)
        {
            if (read.Length + count > limit) return null;
            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
