using Resume2Website.Documents;
using Resume2Website.Reader.Ocr;

namespace Resume2Website.Reader.Office;

/// <summary>LibreOffice, looked for on the path. Nothing else needs it: a machine without it reads everything but Word 97, Rich Text and OpenDocument.</summary>
/// <param name="path">The folders to look in, as the environment variable <c>PATH</c> has them.</param>
internal sealed class OfficeProgram(string? path)
{
    /// <summary>How long it may work on one document; its first start on a busy machine takes most of that.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(18);

    /// <summary>That of this process's environment.</summary>
    public static OfficeProgram Default { get; } = new(Environment.GetEnvironmentVariable("PATH"));

    /// <summary>The program, with its limits.</summary>
    /// <exception cref="DocumentException">It is not installed.</exception>
    public LimitedProgram Program => new DocumentPrograms(path).Office is { } file
        ? new LimitedProgram(file, TimeLimit) { FailureCode = "file_damaged", EndsWith = [0, OfficeConversion.AskedForRestart], IsOffline = true, MaxFileBytes = OfficeConversion.MaxBytes }
        : throw new DocumentException("conversion_unavailable");
}
