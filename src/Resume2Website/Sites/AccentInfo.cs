namespace Resume2Website.Sites;

/// <summary>A colour that a template offers.</summary>
/// <param name="Name">Its name in <see cref="SiteOptions.Accent"/>: lower case, one word.</param>
/// <param name="Light">Its tone on light paper, <c>#rrggbb</c>.</param>
/// <param name="Dark">Its tone on dark paper, <c>#rrggbb</c>.</param>
public sealed record AccentInfo(string Name, string Light, string Dark);
