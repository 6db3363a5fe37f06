using Resume2Website.Documents;

namespace Resume2Website.Screening;

/// <summary>Judges what the reader found in a document's structure.</summary>
public static class InspectionJudge
{
    /// <summary>The most pages of a document.</summary>
    public const int MaxPages = 50;

    /// <summary>The code of the refusal (see <see cref="DocumentErrors"/>); null when the document may be read.</summary>
    public static string? CodeOf(InspectionReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.HasTestVirus) return "malware_found";
        if (report.ActiveContent.Count > 0) return "active_content";
        if (report.IsEncrypted) return "file_encrypted";
        return report.Pages > MaxPages ? "too_many_pages" : null;
    }

    /// <summary>Passes a document that may be read.</summary>
    /// <exception cref="DocumentException">It may not.</exception>
    public static void ThrowIfRefused(InspectionReport report)
    {
        if (CodeOf(report) is { } code) throw new DocumentException(code);
    }
}
