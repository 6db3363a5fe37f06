namespace Resume2Website.Documents;

/// <summary>How far the reading of a document is.</summary>
/// <param name="PagesRead">Pages that were read.</param>
/// <param name="PageCount">Pages there are.</param>
/// <param name="IsRecognizing">Whether the pages are recognized from pictures, or the document is converted first, which takes longer than to read text.</param>
public readonly record struct ReadingProgress(int PagesRead, int PageCount, bool IsRecognizing = false);
