namespace Resume2Website.SiteChecks;

/// <summary>What a program that reads PDFs, such as an applicant tracking system, sees of one.</summary>
public static class PdfText
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Its text, a form feed behind each page.</summary>
    /// <exception cref="ToolMissingException">pdftotext is not installed.</exception>
    public static async Task<string> OfAsync(byte[] pdf)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, pdf);
            var run = await ToolRun.OfAsync("pdftotext", "poppler-utils", ["-layout", path, "-"], Limit);
            return run.ExitCode == 0 ? run.Output : throw new InvalidDataException($"pdftotext cannot read the PDF: {run.Errors}");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
