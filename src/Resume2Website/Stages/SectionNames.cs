using System.Globalization;
using Resume2Website.Extraction;
using Resume2Website.Resumes;

namespace Resume2Website.Stages;

/// <summary>The sections that events may name. A name that is none of these could be text of the CV and is never passed on.</summary>
internal static class SectionNames
{
    private const string Other = "x-other";

    private static readonly (string Name, string One, string Many)[] Words =
    [
        ("basics", "", ""),
        ("work", "job", "jobs"),
        ("education", "school", "schools"),
        ("skills", "skill", "skills"),
        ("languages", "language", "languages"),
        ("projects", "project", "projects"),
        ("publications", "publication", "publications"),
        ("certificates", "certificate", "certificates"),
        ("awards", "award", "awards"),
        ("volunteer", "voluntary role", "voluntary roles"),
        ("interests", "interest", "interests"),
        ("references", "reference", "references"),
        ("x-talks", "talk", "talks"),
        ("x-courses", "course", "courses"),
        (Other, "other section", "other sections"),
    ];

    /// <summary>The sections that an engine found, under their safe names and with the entries that the résumé really has.</summary>
    public static IReadOnlyList<FoundSection> Of(ExtractedResume extracted)
    {
        var counts = Of(extracted.Resume).ToDictionary(section => section.Name, section => section.Count);
        return
        [
            .. extracted.Sections
                .GroupBy(section => Array.Exists(Words, word => word.Name == section.Name) ? section.Name : Other, StringComparer.Ordinal)
                .Where(group => counts.ContainsKey(group.Key))
                .Select(group => new FoundSection(group.Key, counts[group.Key], group.Average(section => Math.Clamp(section.Confidence, 0, 1)))),
        ];
    }

    /// <summary>A section under its safe name, with the entries that the résumé really has; null when it may not be named or has none.</summary>
    public static FoundSection? Of(ResumePart part) =>
        Array.Exists(Words, word => word.Name == part.Section.Name) && Of(part.Resume).FirstOrDefault(section => section.Name == part.Section.Name) is { } known
            ? known with { Confidence = Math.Clamp(part.Section.Confidence, 0, 1) } : null;

    /// <summary>What was found, in a few words: "4 jobs, 26 skills".</summary>
    public static string Describe(IReadOnlyList<FoundSection> sections)
    {
        var parts = Words
            .Where(word => word.Many.Length > 0)
            .Select(word => (word, Count: sections.Where(section => section.Name == word.Name).Sum(section => section.Count)))
            .Where(part => part.Count > 0)
            .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Count} {(part.Count == 1 ? part.word.One : part.word.Many)}"));
        return string.Join(", ", parts) is { Length: > 0 } found ? found : "contact only";
    }

    /// <summary>The sections of a résumé that is taken as it is.</summary>
    public static IReadOnlyList<FoundSection> Of(Resume resume)
    {
        ReadOnlySpan<(string Name, int Count)> all =
        [
            ("basics", resume.Basics == new Basics() ? 0 : 1), ("work", resume.Work.Count), ("volunteer", resume.Volunteer.Count),
            ("education", resume.Education.Count), ("awards", resume.Awards.Count), ("certificates", resume.Certificates.Count),
            ("publications", resume.Publications.Count), ("skills", resume.Skills.Sum(group => Math.Max(1, group.Keywords.Count))),
            ("languages", resume.Languages.Count), ("interests", resume.Interests.Count), ("references", resume.References.Count),
            ("projects", resume.Projects.Count), ("x-talks", resume.Talks.Count), ("x-courses", resume.Courses.Count), (Other, resume.Other.Count),
        ];
        var found = new List<FoundSection>();
        foreach (var (name, count) in all)
        {
            if (count > 0) found.Add(new FoundSection(name, count, 1));
        }

        return found;
    }
}
