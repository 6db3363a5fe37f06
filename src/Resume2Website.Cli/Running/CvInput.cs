namespace Resume2Website.Cli.Running;

/// <summary>What is worked on: a file, or photos of one CV's pages.</summary>
internal sealed record CvInput(IReadOnlyList<(string Name, byte[] Content)> Files, string? Password)
{
    public static async Task<CvInput> ReadAsync(IEnumerable<FileInfo> files, string? password, CancellationToken cancellationToken)
    {
        var read = new List<(string, byte[])>();
        foreach (var file in files) read.Add((file.Name, await File.ReadAllBytesAsync(file.FullName, cancellationToken)));
        return new CvInput(read, password);
    }
}
