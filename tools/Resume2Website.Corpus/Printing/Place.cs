namespace Resume2Website.Corpus.Printing;

/// <summary>A height on a page; pages from 0, points from the top.</summary>
internal readonly record struct Place(int Page, float Y);
