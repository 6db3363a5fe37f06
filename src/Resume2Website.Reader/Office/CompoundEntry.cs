namespace Resume2Website.Reader.Office;

/// <summary>An entry in the directory of a compound file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="HasChildren">Whether anything stands in it.</param>
/// <param name="Start">The number of its first sector.</param>
/// <param name="Length">Its length in bytes.</param>
internal sealed record CompoundEntry(string Name, CompoundEntryKind Kind, bool HasChildren, uint Start, long Length);
