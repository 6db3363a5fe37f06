using System.Text;
using System.Text.RegularExpressions;
using Resume2Website.Corpus.Layouts;

namespace Resume2Website.Corpus.Printing;

/// <summary>Prints PDF through headless Chromium: another producer than the one of the training set.</summary>
internal static partial class ChromiumPrinter
{
    private const string Browser = "/usr/bin/chromium";

    /// <summary>Prints a sheet.</summary>
    /// <exception cref="InvalidOperationException">The browser is missing or fails.</exception>
    public static Printed Print(Sheet sheet)
    {
        var folder = Directory.CreateTempSubdirectory("corpus").FullName;
        try
        {
            var (page, pdf) = (Path.Combine(folder, "cv.html"), Path.Combine(folder, "cv.pdf"));
            File.WriteAllText(page, HtmlPrinter.Print(sheet));
            ToolRun.Run(Browser,
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                $"--user-data-dir={Path.Combine(folder, "profile")}", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", new Uri(page).ToString());
            var content = Undated(File.ReadAllBytes(pdf));
            var pages = PageObject().Count(Encoding.Latin1.GetString(content));
            var pieces = SheetWalk.Pieces(sheet).ToList();
            if (sheet.Footer is { } footer) pieces.AddRange(Enumerable.Range(1, pages).Select(number => footer(number, pages)));
            return new Printed(content, pieces, pages);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The browser writes the time; the same length of other digits keeps every offset right.
    private static byte[] Undated(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        return Encoding.Latin1.GetBytes(Date().Replace(text, match => match.Groups["key"].Value + "20250101000000"));
    }

    [GeneratedRegex(@"(?<key>/(?:CreationDate|ModDate) \(D:)\d{14}")]
    private static partial Regex Date();

    [GeneratedRegex(@"/Type /Page\b(?!s)")]
    private static partial Regex PageObject();
}
