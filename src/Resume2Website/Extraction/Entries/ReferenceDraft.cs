namespace Resume2Website.Extraction.Entries;

/// <summary>Somebody who speaks for the person.</summary>
/// <param name="Name">Who; null where nobody is named.</param>
/// <param name="Text">What they say, what they are, how to reach them; null where there is a name only.</param>
internal sealed record ReferenceDraft(Found? Name, Found? Text);
