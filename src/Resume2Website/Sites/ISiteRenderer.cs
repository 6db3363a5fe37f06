using Resume2Website.Resumes;

namespace Resume2Website.Sites;

/// <summary>Makes a website of a résumé.</summary>
/// <remarks>Thread-safe and pure: the same résumé and options give the same bytes, on every machine.</remarks>
public interface ISiteRenderer
{
    /// <summary>The templates there are; the first is the one a site wears when none is chosen.</summary>
    IReadOnlyList<TemplateInfo> Templates { get; }

    /// <summary>The languages whose headings and dates a site can have, as primary BCP 47 tags in alphabetical order; in any other, they are English.</summary>
    IReadOnlyList<string> Languages { get; }

    /// <summary>Renders the site.</summary>
    /// <exception cref="ArgumentException">The options name a template or accent that does not exist; the message names those that do.</exception>
    Task<Site> RenderAsync(Resume resume, SiteOptions options, CancellationToken cancellationToken = default);
}
