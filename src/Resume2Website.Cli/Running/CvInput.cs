namespace Resume2Website.Cli.Running;

/// <summary>What is worked on: a file, or photos of one CV's pages.</summary>
/// <param name="Files">The names and contents of the files.</param>
/// <param name="Password">The password of a protected PDF.</param>
/// <param name="AskLlm">Whether its owner agrees that the language model of the settings reads it.</param>
internal sealed record CvInput(IReadOnlyList<(string Name, byte[] Content)> Files, string? Password, bool AskLlm)
{
    public static async Task<CvInput> ReadAsync(IEnumerable<FileInfo> files, string? password, bool askLlm, CancellationToken cancellationToken)
    {
        var read = new List<(string, byte[])>();
        foreach (var file in files) read.Add((file.Name, await File.ReadAllBytesAsync(file.FullName, cancellationToken)));
        return new CvInput(read, password, askLlm);
    }
}
