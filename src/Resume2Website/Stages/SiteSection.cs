namespace Resume2Website.Stages;

/// <summary>A section that a résumé has.</summary>
/// <param name="Name">Its name in JSON Resume.</param>
/// <param name="Heading">Its heading on the page; null while the page does not show it.</param>
public sealed record SiteSection(string Name, string? Heading);
