using Resume2Website.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Resume2Website.Reader.Pdf;

/// <summary>Opens PDFs within the limits.</summary>
internal static class PdfOpening
{
    /// <summary>Opens the document.</summary>
    /// <exception cref="DocumentException">It is encrypted, too long, or unpacks to too much.</exception>
    public static PdfDocument Open(DocumentSource source, InflationBudget budget) => Open(source, new BudgetedFilters(budget));

    /// <summary>Opens the document, and unpacks it with filters that others use too.</summary>
    /// <exception cref="DocumentException">It is encrypted, too long, or unpacks to too much.</exception>
    public static PdfDocument Open(DocumentSource source, BudgetedFilters filters)
    {
        var document = OpenDecrypted(source, filters);
        if (document.NumberOfPages <= ReadingLimits.Pages) return document;
        document.Dispose();
        throw new DocumentException("too_many_pages");
    }

    private static PdfDocument OpenDecrypted(DocumentSource source, BudgetedFilters filters)
    {
        try
        {
            return PdfDocument.Open(source.Content, new ParsingOptions
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                MaxStackDepth = ReadingLimits.PdfDepth,
                UseActualText = true,
                FilterProvider = filters,
                Passwords = source.Password is null ? [] : [source.Password],
            });
        }
        catch (PdfDocumentEncryptedException exception)
        {
            throw new DocumentException(source.Password is null ? "file_encrypted" : "password_wrong", exception);
        }
    }
}
