using Resume2Website.Documents;

namespace Resume2Website.Reader.Pdf;

/// <summary>A page of a PDF as it was read.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Width">Its width in points.</param>
/// <param name="Height">Its height in points.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="IsPicture">Whether it shows more than its text says, so that it has to be recognized.</param>
internal sealed record PdfPage(int Number, double Width, double Height, IReadOnlyList<SourceLine> Lines, bool IsPicture);
