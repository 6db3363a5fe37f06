using Resume2Website.Resumes;
using Resume2Website.Sites;
using Resume2Website.Templates.Dates;
using Resume2Website.Templates.Extras;
using Resume2Website.Templates.Palettes;
using Resume2Website.Templates.Words;

namespace Resume2Website.Templates;

/// <summary>Everything a page needs to know, decided before the first tag is written.</summary>
internal sealed class SiteView
{
    public SiteView(Resume publicResume, SiteOptions options, SiteTemplate template, Accent accent)
    {
        Photo = Photo.Parse(publicResume.Basics.Image);
        Resume = publicResume with { Basics = publicResume.Basics with { Image = Photo?.Largest.Path } };
        Options = options;
        Accent = accent;
        Language = SiteLanguages.TagOrEnglish(options.Language ?? publicResume.Meta?.Language);
        Words = SiteLanguages.For(Language);
        Dates = new DateWriter(Words, options.AsOf);
        Sections = PageSections.Of(Resume, template, options, Words, Language);
    }

    public Resume Resume { get; }

    public SiteOptions Options { get; }

    public Accent Accent { get; }

    public string Language { get; }

    public string Direction => SiteLanguages.DirectionOf(Language);

    public SiteWords Words { get; }

    public DateWriter Dates { get; }

    public IReadOnlyList<PageSection> Sections { get; }

    public Photo? Photo { get; }

    public string Initials => Templates.Initials.Of(Resume.Basics.Name);

    public string Title => (Resume.Basics.Name, Resume.Basics.Label) switch
    {
        ({ } name, { } label) => $"{name} – {label}",
        ({ } name, null) => name,
        (null, { } label) => label,
        _ => Words.Sections["work"],
    };

    /// <summary>The heading of the page: a CV without a name still has one.</summary>
    public string Heading => Resume.Basics.Name ?? Resume.Basics.Label ?? Words.Sections["work"];

    public string Description => PageDescription.Of(Resume, Title);

    /// <summary>An address of the site as the outside sees it; relative while nobody knows where it will live.</summary>
    public string Address(string path) => Options.BaseUrl is { } baseUrl ? new Uri(WithSlash(baseUrl), path).AbsoluteUri : path;

    private static Uri WithSlash(Uri uri) => uri.AbsoluteUri.EndsWith('/') ? uri : new Uri(uri.AbsoluteUri + "/");
}
