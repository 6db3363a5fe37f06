namespace Resume2Website.Sites;

/// <summary>Something a gate found wrong with a site.</summary>
/// <param name="Gate">The gate's name, such as <c>links</c> or <c>hidden_data</c>.</param>
/// <param name="Path">The file.</param>
/// <param name="Message">One sentence; holds no text of the CV.</param>
public sealed record SiteFinding(string Gate, string Path, string Message);
