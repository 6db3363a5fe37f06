namespace Resume2Website.Documents;

/// <summary>Makes one document of several files, as of the photos of a CV's pages.</summary>
public static class DocumentJoin
{
    /// <summary>The most files of one document.</summary>
    public const int MostParts = 12;

    /// <summary>The most lines of one document, whether it is one file or several.</summary>
    public const int MostLines = 5_000;

    /// <summary>The most characters of one document, whether it is one file or several.</summary>
    public const int MostCharacters = 200_000;

    /// <summary>Whether a file of a format may be a part of a document: only a picture is.</summary>
    public static bool IsPart(DocumentFormat format) => format is DocumentFormat.Png or DocumentFormat.Jpeg or DocumentFormat.WebP or DocumentFormat.Tiff;

    /// <summary>The pages and lines of all, in order, numbered through.</summary>
    /// <exception cref="DocumentException">Together they have more text than a document may: <c>too_complex</c>.</exception>
    public static SourceDocument Join(IReadOnlyList<SourceDocument> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts is [var only]) return only;
        if (parts.Sum(part => part.Lines.Count) > MostLines || parts.Sum(part => part.Lines.Sum(line => (long)line.Text.Length)) > MostCharacters) throw new DocumentException("too_complex");
        var pages = new List<SourcePage>();
        var lines = new List<SourceLine>();
        foreach (var part in parts)
        {
            var (pagesBefore, blocksBefore) = (pages.Count, lines.Count == 0 ? 0 : lines.Max(line => line.Block));
            pages.AddRange(part.Pages.Select(page => page with { Number = pagesBefore + page.Number }));
            foreach (var line in part.Lines)
            {
                lines.Add(line with { Page = pagesBefore + line.Page, Number = lines.Count + 1, Block = line.Block == 0 ? 0 : blocksBefore + line.Block });
            }
        }

        return new SourceDocument { Format = parts[0].Format, Pages = pages, Lines = lines, IsRecognized = parts.Any(part => part.IsRecognized) };
    }

    /// <summary>What was found in the structure of all.</summary>
    public static InspectionReport Join(IReadOnlyList<InspectionReport> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return parts is [var only] ? only : new InspectionReport
        {
            Format = parts[0].Format,
            Pages = parts.Sum(part => part.Pages),
            IsEncrypted = parts.Any(part => part.IsEncrypted),
            ActiveContent = [.. parts.SelectMany(part => part.ActiveContent).Distinct()],
            HasTestVirus = parts.Any(part => part.HasTestVirus),
            InflatedBytes = parts.Sum(part => part.InflatedBytes),
        };
    }
}
