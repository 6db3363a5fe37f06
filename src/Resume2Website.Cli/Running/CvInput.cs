namespace Resume2Website.Cli.Running;

/// <summary>The file that is worked on.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Content">What is in it.</param>
/// <param name="Password">The password of a protected PDF.</param>
/// <param name="AskLlm">Whether its owner agrees that the language model of the settings reads it.</param>
internal sealed record CvInput(string Name, byte[] Content, string? Password, bool AskLlm)
{
    public static async Task<CvInput> ReadAsync(FileInfo file, string? password, bool askLlm, CancellationToken cancellationToken) =>
        new(file.Name, await File.ReadAllBytesAsync(file.FullName, cancellationToken), password, askLlm);
}
