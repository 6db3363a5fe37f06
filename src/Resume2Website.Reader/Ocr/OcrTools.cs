using System.Text;
using Resume2Website.Documents;

namespace Resume2Website.Reader.Ocr;

/// <summary>The programs that recognition needs, looked for on the path. Nothing else needs them: a machine without them reads everything but scans.</summary>
/// <param name="path">The folders to look in, as the environment variable <c>PATH</c> has them.</param>
/// <param name="timeLimit">How long a program may work on one page.</param>
internal sealed class OcrTools(string? path, TimeSpan timeLimit)
{
    private readonly Lazy<IReadOnlySet<string>> languages = new(() => InstalledLanguages(path, timeLimit));

    /// <summary>Those of this process's environment.</summary>
    public static OcrTools Default { get; } = new(Environment.GetEnvironmentVariable("PATH"), TimeSpan.FromSeconds(15));

    /// <summary>The recognition.</summary>
    /// <exception cref="DocumentException">It is not installed.</exception>
    public LimitedProgram Tesseract => Find(new DocumentPrograms(path).Recognition, timeLimit);

    /// <summary>What draws the pages of PDFs.</summary>
    /// <exception cref="DocumentException">It is not installed.</exception>
    public LimitedProgram Pdftoppm => Find(new DocumentPrograms(path).Rasterizer, timeLimit);

    /// <summary>The languages whose data is installed, under the names that Tesseract has for them.</summary>
    /// <exception cref="DocumentException">There is none.</exception>
    public IReadOnlySet<string> Languages => languages.Value;

    private static LimitedProgram Find(string? file, TimeSpan timeLimit) => file is null ? throw new DocumentException("recognition_unavailable") : new LimitedProgram(file, timeLimit);

    private static HashSet<string> InstalledLanguages(string? path, TimeSpan timeLimit)
    {
        var list = Encoding.UTF8.GetString(Find(new DocumentPrograms(path).Recognition, timeLimit).Run(["--list-langs"], default, outputLimit: 1 << 20));
        var names = list.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(name => !name.Contains(' ', StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        return names.Any(name => name != "osd") ? names : throw new DocumentException("recognition_unavailable");
    }
}
