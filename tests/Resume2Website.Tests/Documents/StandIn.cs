namespace Resume2Website.Tests.Documents;

/// <summary>A program in the reader's place that says it is ready and then does something bad, so that the host meets every way in which a reader can end.</summary>
internal sealed class StandIn : IDisposable
{
    /// <summary>Takes its input and never answers.</summary>
    public const string Silent = "cat > /dev/null";

    /// <summary>Ends as the runtime does after a stack overflow, as soon as something is asked.</summary>
    public const string Aborting = "head -c 1 > /dev/null; kill -ABRT $$";

    /// <summary>Ends in good order but without an answer.</summary>
    public const string Leaving = "head -c 1 > /dev/null; exit 0";

    /// <summary>Answers with bytes that are no frame.</summary>
    public const string Babbling = "head -c 1 > /dev/null; yes | head -c 10000; cat > /dev/null";

    /// <summary>Has a child that takes 64 MB and holds them.</summary>
    public const string Hoarding = "head -c 64m /dev/zero | tail -n 1 | sleep 600";

    private readonly string folder = Directory.CreateTempSubdirectory("reader-stand-in-").FullName;

    public StandIn(string script)
    {
        Path = System.IO.Path.Combine(folder, "reader");
        // A frame without payload of kind 16, then the script.
        File.WriteAllText(Path, $"#!/bin/sh\nprintf '\\000\\000\\000\\000\\020'\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>The program.</summary>
    public string Path { get; }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
