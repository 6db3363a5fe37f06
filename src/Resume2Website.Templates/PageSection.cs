namespace Resume2Website.Templates;

/// <summary>A section as a page shows it.</summary>
/// <param name="Kind">What it is, by the keys of the word lists: <c>work</c>, <c>other</c>.</param>
/// <param name="Id">Its anchor in the page.</param>
/// <param name="Title">Its heading.</param>
/// <param name="TitleLanguage">The heading's language where it differs from the page's.</param>
/// <param name="Content">The component that shows what is in it.</param>
/// <param name="Parameters">The component's parameters.</param>
internal sealed record PageSection(
    string Kind, string Id, string Title, string? TitleLanguage, Type Content, IDictionary<string, object>? Parameters = null);
