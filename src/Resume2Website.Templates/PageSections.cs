using Resume2Website.Resumes;
using Resume2Website.Sites;
using Resume2Website.Templates.Parts.Sections;
using Resume2Website.Templates.Words;

namespace Resume2Website.Templates;

/// <summary>Decides which sections a page has and in which order: only those with something in them.</summary>
internal sealed class PageSections
{
    /// <summary>The key of sections about teaching, which the schema has no place for: a template may give them one before <see cref="Other"/>.</summary>
    public const string Teaching = "teaching";

    private const string Other = "other";

    private static readonly Dictionary<string, Kind> Kinds = new(StringComparer.Ordinal)
    {
        ["summary"] = new(typeof(SummarySection), resume => resume.Basics.Summary is not null),
        ["work"] = new(typeof(WorkSection), resume => resume.Work.Count > 0),
        ["projects"] = new(typeof(ProjectsSection), resume => resume.Projects.Count > 0),
        ["education"] = new(typeof(EducationSection), resume => resume.Education.Count > 0),
        ["skills"] = new(typeof(SkillsSection), resume => resume.Skills.Count > 0),
        ["languages"] = new(typeof(LanguagesSection), resume => resume.Languages.Count > 0),
        ["certificates"] = new(typeof(CertificatesSection), resume => resume.Certificates.Count > 0),
        ["publications"] = new(typeof(PublicationsSection), resume => resume.Publications.Count > 0),
        ["talks"] = new(typeof(TalksSection), resume => resume.Talks.Count > 0),
        ["courses"] = new(typeof(CoursesSection), resume => resume.Courses.Count > 0),
        ["awards"] = new(typeof(AwardsSection), resume => resume.Awards.Count > 0),
        ["volunteer"] = new(typeof(VolunteerSection), resume => resume.Volunteer.Count > 0),
        ["interests"] = new(typeof(InterestsSection), resume => resume.Interests.Count > 0),
        ["references"] = new(typeof(ReferencesSection), resume => resume.References.Count > 0),
    };

    private readonly Resume _resume;
    private readonly SiteTemplate _template;
    private readonly SiteOptions _options;
    private readonly SiteWords _words;
    private readonly string? _titleLanguage;
    private readonly bool _teachingHasItsPlace;
    private int _others;

    private PageSections(Resume resume, SiteTemplate template, SiteOptions options, SiteWords words, string language)
    {
        (_resume, _template, _options, _words) = (resume, template, options, words);
        _titleLanguage = language.StartsWith(words.Language, StringComparison.OrdinalIgnoreCase) ? null : words.Language;
        _teachingHasItsPlace = template.SectionOrder.Contains(Teaching);
    }

    private sealed record Kind(Type Content, Func<Resume, bool> HasContent);

    public static IReadOnlyList<PageSection> Of(Resume resume, SiteTemplate template, SiteOptions options, SiteWords words, string language)
    {
        var sections = new PageSections(resume, template, options, words, language);
        var wanted = options.SectionOrder.Select(name => (name.StartsWith("x-", StringComparison.OrdinalIgnoreCase) ? name[2..] : name).ToLowerInvariant());

        // A section that a template forgot is shown late, never lost.
        return [.. wanted.Concat(template.SectionOrder.Where(name => name != Other)).Concat(Kinds.Keys).Append(Other).Distinct(StringComparer.Ordinal).SelectMany(sections.Named)];
    }

    private IEnumerable<PageSection> Named(string name) => name switch
    {
        Other => Others(other => !_teachingHasItsPlace || !_words.IsTeaching(other)),
        Teaching => Others(_words.IsTeaching),
        _ when Kinds.TryGetValue(name, out var kind) && kind.HasContent(_resume) => [Known(name, kind)],
        _ => [],
    };

    // A heading that the person wrote is in their language, whatever the page's own words are.
    private PageSection Known(string name, Kind kind)
    {
        var content = _template.OwnSections.GetValueOrDefault(name, kind.Content);
        return _options.TitleOf(name) is { } own
            ? new PageSection(name, name, own, null, content)
            : new PageSection(name, name, _words.Sections[name], _titleLanguage, content);
    }

    private IEnumerable<PageSection> Others(Func<OtherSection, bool> belongs)
    {
        foreach (var other in _resume.Other.Where(other => (other.Title is not null || other.Lines.Count > 0) && belongs(other)))
        {
            var title = other.Title ?? _options.TitleOf(Other);
            yield return new PageSection(
                Other, $"{Other}-{++_others}", title ?? _words.Sections[Other], title is null ? _titleLanguage : null,
                typeof(OtherLines), new Dictionary<string, object> { [nameof(OtherLines.Section)] = other });
        }
    }
}
