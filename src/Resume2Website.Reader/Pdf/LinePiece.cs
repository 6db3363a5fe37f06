namespace Resume2Website.Reader.Pdf;

/// <summary>A letter or a space of a line, with its looks.</summary>
/// <param name="Text">The characters.</param>
/// <param name="IsBold">Whether it is bold.</param>
/// <param name="IsItalic">Whether it is italic.</param>
/// <param name="Link">Where it leads.</param>
internal readonly record struct LinePiece(string Text, bool IsBold = false, bool IsItalic = false, string? Link = null);
