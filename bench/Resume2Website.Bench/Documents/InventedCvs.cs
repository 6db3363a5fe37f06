using System.Diagnostics;
using System.Globalization;
using Resume2Website.Documents;

namespace Resume2Website.Bench.Documents;

/// <summary>CVs that <c>tools/corpus.sh</c> invents, the same at every run: a few languages, many layouts, PDF, Word and text.</summary>
internal static class InventedCvs
{
    private static readonly Dictionary<string, DocumentFormat> Formats = new(StringComparer.Ordinal)
    {
        [".pdf"] = DocumentFormat.Pdf, [".docx"] = DocumentFormat.Docx, [".txt"] = DocumentFormat.Text, [".md"] = DocumentFormat.Markdown,
    };

    /// <summary>So many CVs, in the order of their names.</summary>
    public static async Task<IReadOnlyList<InventedCv>> MakeAsync(int count)
    {
        var folder = Directory.CreateTempSubdirectory("resume2website-bench-").FullName;
        try
        {
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
            string[] arguments = ["--out", folder, "--set", "train", "--count", count.ToString(CultureInfo.InvariantCulture)];
            foreach (var argument in arguments.Prepend(Checkout.Path("tools/Resume2Website.Corpus/bin/Release/net10.0/Resume2Website.Corpus.dll"))) start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0) throw new InvalidOperationException($"The corpus could not be made (exit code {process.ExitCode}).");
            return [.. Directory.EnumerateFiles(Path.Combine(folder, "docs")).Order(StringComparer.Ordinal)
                .Select(file => new InventedCv(Path.GetFileName(file), File.ReadAllBytes(file), Formats[Path.GetExtension(file)]))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
