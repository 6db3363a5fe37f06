namespace Resume2Website.Cli.Running;

/// <summary>The file that is worked on.</summary>
internal sealed record CvInput(string Name, byte[] Content, string? Password)
{
    public static async Task<CvInput> ReadAsync(FileInfo file, string? password, CancellationToken cancellationToken) =>
        new(file.Name, await File.ReadAllBytesAsync(file.FullName, cancellationToken), password);
}
