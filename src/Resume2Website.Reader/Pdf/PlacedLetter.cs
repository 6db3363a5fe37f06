using UglyToad.PdfPig.Content;

namespace Resume2Website.Reader.Pdf;

/// <summary>
/// A letter in the frame of its own reading direction: <c>Start</c> and <c>End</c> run along the text, <c>Base</c> across it, upwards.
/// </summary>
/// <param name="Letter">The letter on its page.</param>
/// <param name="Order">Its number in the page's content.</param>
/// <param name="Start">Where it begins along the text.</param>
/// <param name="End">Where it ends along the text.</param>
/// <param name="Base">Where its baseline stands across the text.</param>
/// <param name="Size">Its font's size in points.</param>
internal readonly record struct PlacedLetter(Letter Letter, int Order, double Start, double End, double Base, double Size)
{
    /// <summary>Whether it only parts words.</summary>
    public bool IsSpace => string.IsNullOrWhiteSpace(Letter.Value);
}
