namespace Resume2Website.Reader.Ocr;

/// <summary>A recognized word, in pixels of the picture it was found in.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Confidence">How sure the recognition is, 0 to 1.</param>
/// <param name="Line">Tells which words the recognition sees on one line.</param>
/// <param name="X">The left edge.</param>
/// <param name="Y">The top edge.</param>
/// <param name="Width">The width.</param>
/// <param name="Height">The height.</param>
internal sealed record OcrWord(string Text, double Confidence, (int Block, int Paragraph, int Line) Line, int X, int Y, int Width, int Height)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;
}
