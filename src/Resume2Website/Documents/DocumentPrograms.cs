namespace Resume2Website.Documents;

/// <summary>The programs that some formats need, looked for on the path, which a host and its readers share. Without them everything else is read all the same.</summary>
/// <param name="path">The folders to look in, as the environment variable <c>PATH</c> has them.</param>
public sealed class DocumentPrograms(string? path)
{
    private static readonly string[] OfficeNames = ["soffice", "libreoffice"];

    /// <summary>Those of this process's environment.</summary>
    public static DocumentPrograms Installed { get; } = new(Environment.GetEnvironmentVariable("PATH"));

    /// <summary>Tesseract, which recognizes scans and photos; null where it is not installed.</summary>
    public string? Recognition => Commands("tesseract").FirstOrDefault();

    /// <summary>Poppler's <c>pdftoppm</c>, which draws the pages of scanned PDFs and of TIFFs; null where it is not installed.</summary>
    public string? Rasterizer => Commands("pdftoppm").FirstOrDefault();

    /// <summary>LibreOffice itself, which the command on the path only wraps: the wrapper would leave it behind when it is killed. Null where it is not installed.</summary>
    public string? Office =>
        (from command in OfficeNames.SelectMany(Commands)
         let target = File.ResolveLinkTarget(command, returnFinalTarget: true)?.FullName ?? command
         let program = Path.Combine(Path.GetDirectoryName(target)!, "soffice.bin")
         where File.Exists(program)
         select program).FirstOrDefault();

    /// <summary>Whether documents of a format can be read here.</summary>
    public bool CanRead(DocumentFormat format) => format switch
    {
        DocumentFormat.Pdf or DocumentFormat.Docx or DocumentFormat.Text or DocumentFormat.Markdown or DocumentFormat.Json => true,
        DocumentFormat.Png or DocumentFormat.Jpeg or DocumentFormat.WebP => Recognition is not null,
        DocumentFormat.Tiff => Recognition is not null && Rasterizer is not null,
        DocumentFormat.Doc or DocumentFormat.Rtf or DocumentFormat.Odt => Office is not null,
        _ => false,
    };

    private IEnumerable<string> Commands(string name) =>
        (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, name)).Where(File.Exists);
}
