namespace Resume2Website.Documents;

/// <summary>How far the reading of a document is.</summary>
/// <param name="PagesRead">Pages that were read.</param>
/// <param name="PageCount">Pages there are.</param>
public readonly record struct ReadingProgress(int PagesRead, int PageCount);
