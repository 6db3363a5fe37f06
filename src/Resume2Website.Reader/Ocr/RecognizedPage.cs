using Resume2Website.Documents;

namespace Resume2Website.Reader.Ocr;

/// <summary>What was recognized on a page.</summary>
/// <param name="Width">Its width in points, upright.</param>
/// <param name="Height">Its height in points, upright.</param>
/// <param name="Lines">Its lines; page and number are the caller's to set.</param>
internal sealed record RecognizedPage(double Width, double Height, IReadOnlyList<SourceLine> Lines);
