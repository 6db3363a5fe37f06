using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Entries;

/// <summary>The lines of one entry: its head and its body.</summary>
/// <param name="Head">The lines that name it, without its date.</param>
/// <param name="Date">Its date; null when it has none.</param>
/// <param name="DateLine">The line of its date.</param>
/// <param name="Body">What it says below.</param>
internal sealed record EntryBlock(IReadOnlyList<EntryLine> Head, DateSpan? Date, EntryLine? DateLine, IReadOnlyList<EntryLine> Body);
