namespace Resume2Website.Sites;

/// <summary>A template as people choose it.</summary>
/// <param name="Name">Its name in <see cref="SiteOptions.Template"/>: lower case, one word.</param>
/// <param name="Description">What it looks like and whom it suits; one sentence in English.</param>
/// <param name="Accents">Its accents, the first of which it wears when none is chosen.</param>
public sealed record TemplateInfo(string Name, string Description, IReadOnlyList<AccentInfo> Accents);
