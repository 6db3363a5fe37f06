namespace Resume2Website.Templates.Extras;

/// <summary>A photo in one size.</summary>
/// <param name="Path">Its file in the site, a JPEG.</param>
/// <param name="Edge">Its width and height in pixels.</param>
/// <param name="Bytes">Its bytes.</param>
internal sealed record PhotoSize(string Path, int Edge, byte[] Bytes);
