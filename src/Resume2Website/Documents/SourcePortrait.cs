namespace Resume2Website.Documents;

/// <summary>The photo of the person, as it was found in the document.</summary>
/// <param name="Page">The page it stands on, from 1.</param>
/// <param name="Box">Where it stands; null where the format has no places.</param>
/// <param name="Jpeg">The picture, cut to what was seen of it and encoded anew: a <see cref="PlainJpeg"/>.</param>
public sealed record SourcePortrait(int Page, SourceBox? Box, ReadOnlyMemory<byte> Jpeg);
