namespace Resume2Website.SiteChecks.Markup;

/// <summary>What the Nu HTML checker says of a file.</summary>
/// <param name="Site">The name of the site.</param>
/// <param name="Path">The file of the site.</param>
/// <param name="IsError">Whether it is an error and not a warning.</param>
/// <param name="Line">The line, from 1; 0 when it names none.</param>
/// <param name="Message">Its words.</param>
public sealed record NuMessage(string Site, string Path, bool IsError, int Line, string Message);
