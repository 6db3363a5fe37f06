using System.Text.Json;
using Resume2Website.Documents;

namespace Resume2Website.Stages;

/// <summary>The pages and lines that a résumé was read from, for its owner: what provenance points at.</summary>
public sealed record DocumentLines
{
    /// <summary>The pages.</summary>
    public required IReadOnlyList<DocumentPage> Pages { get; init; }

    /// <summary>The lines, in the order of the document.</summary>
    public required IReadOnlyList<DocumentLine> Lines { get; init; }

    /// <summary>The lines of a document that was read.</summary>
    public static DocumentLines Of(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new DocumentLines
        {
            Pages = [.. document.Pages.Select(page => new DocumentPage { Number = page.Number, Width = page.Width, Height = page.Height })],
            Lines = [.. document.Lines.Select(line => new DocumentLine
            {
                Number = line.Number, Page = line.Page, Text = line.Text, RecognitionConfidence = line.RecognitionConfidence,
                Box = line.Box is { } box ? [Math.Round(box.X, 1), Math.Round(box.Y, 1), Math.Round(box.Width, 1), Math.Round(box.Height, 1)] : [],
            })],
        };
    }

    /// <summary>As JSON, as it goes over the wire.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, DocumentLinesJson.Default.DocumentLines);
}
