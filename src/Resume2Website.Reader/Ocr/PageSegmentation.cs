namespace Resume2Website.Reader.Ocr;

/// <summary>How Tesseract takes a page apart; the numbers are its own.</summary>
internal enum PageSegmentation
{
    /// <summary>Only the orientation is told, and no words.</summary>
    OrientationOnly = 0,

    /// <summary>Blocks and columns are found first, and lines in them.</summary>
    Blocks = 3,

    /// <summary>Text is looked for everywhere, without blocks.</summary>
    Sparse = 11,
}
