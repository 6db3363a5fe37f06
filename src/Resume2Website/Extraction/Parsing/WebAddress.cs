namespace Resume2Website.Extraction.Parsing;

/// <summary>A web address in a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Url">The address with its scheme.</param>
/// <param name="Host">The host without <c>www.</c>, lower case.</param>
/// <param name="Path">The path without slashes at its ends.</param>
internal sealed record WebAddress(int Start, int Length, string Url, string Host, string Path);
