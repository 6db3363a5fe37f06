using Resume2Website.Documents;
using UglyToad.PdfPig;

namespace Resume2Website.Reader.Pdf;

/// <summary>Looks through the objects of a PDF.</summary>
internal static class PdfInspection
{
    /// <summary>What is in it.</summary>
    public static InspectionReport Inspect(PdfDocument document, DocumentSource source, InflationBudget budget)
    {
        var walk = new PdfObjectWalk(document);
        walk.Run();
        return new InspectionReport
        {
            Format = source.Format,
            Pages = document.NumberOfPages,
            ActiveContent = [.. walk.ActiveContent.Order(StringComparer.Ordinal)],
            HasTestVirus = walk.HasTestVirus,
            InflatedBytes = budget.Inflated,
        };
    }
}
