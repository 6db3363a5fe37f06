using Resume2Website.Resumes;
using Resume2Website.Sites;
using Resume2Website.Templates.Parts.Sections;
using Resume2Website.Templates.Words;

namespace Resume2Website.Templates;

/// <summary>Decides which sections a page has and in which order: only those with something in them.</summary>
internal static class PageSections
{
    private sealed record Kind(Type Content, Func<Resume, bool> HasContent);

    private static readonly Dictionary<string, Kind> Kinds = new(StringComparer.OrdinalIgnoreCase)
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
        ["awards"] = new(typeof(AwardsSection), resume => resume.Awards.Count > 0),
        ["volunteer"] = new(typeof(VolunteerSection), resume => resume.Volunteer.Count > 0),
        ["interests"] = new(typeof(InterestsSection), resume => resume.Interests.Count > 0),
        ["references"] = new(typeof(ReferencesSection), resume => resume.References.Count > 0),
    };

    public static IReadOnlyList<PageSection> Of(Resume resume, SiteTemplate template, SiteOptions options, SiteWords words, string language)
    {
        var titleLanguage = language.StartsWith(words.Language, StringComparison.OrdinalIgnoreCase) ? null : words.Language;
        var wanted = options.SectionOrder.Select(name => name.StartsWith("x-", StringComparison.OrdinalIgnoreCase) ? name[2..] : name);
        return
        [
            .. wanted.Concat(template.SectionOrder).Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(name =>
                name.Equals("other", StringComparison.OrdinalIgnoreCase)
                    ? Others(resume, words, titleLanguage)
                    : Kinds.TryGetValue(name, out var kind) && kind.HasContent(resume)
                        ? [new PageSection(name.ToLowerInvariant(), words.Sections[name.ToLowerInvariant()], titleLanguage, kind.Content)]
                        : []),
        ];
    }

    private static IEnumerable<PageSection> Others(Resume resume, SiteWords words, string? titleLanguage)
    {
        var number = 0;
        foreach (var other in resume.Other.Where(other => other.Title is not null || other.Lines.Count > 0))
        {
            yield return new PageSection(
                $"other-{++number}", other.Title ?? words.Sections["other"], other.Title is null ? titleLanguage : null,
                typeof(OtherLines), new Dictionary<string, object> { [nameof(OtherLines.Section)] = other });
        }
    }
}
