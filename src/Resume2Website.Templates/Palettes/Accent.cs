namespace Resume2Website.Templates.Palettes;

/// <summary>A colour that a template offers: one tone for light paper, one for dark.</summary>
/// <param name="Name">Its name, as people choose it.</param>
/// <param name="Light">Its tone on light paper, <c>#rrggbb</c>.</param>
/// <param name="Dark">Its tone on dark paper, <c>#rrggbb</c>.</param>
internal sealed record Accent(string Name, string Light, string Dark);
