using Resume2Website.Resumes;

namespace Resume2Website.Extraction.Assembly;

/// <summary>Some sections of a résumé.</summary>
internal static class ResumeSections
{
    /// <summary>The résumé with the named sections alone, and what its <c>meta</c> says of them.</summary>
    public static Resume Keep(Resume resume, IReadOnlySet<string> names)
    {
        return new Resume
        {
            Basics = names.Contains("basics") ? resume.Basics : new Basics(),
            Work = Kept("work", resume.Work),
            Volunteer = Kept("volunteer", resume.Volunteer),
            Education = Kept("education", resume.Education),
            Awards = Kept("awards", resume.Awards),
            Certificates = Kept("certificates", resume.Certificates),
            Publications = Kept("publications", resume.Publications),
            Skills = Kept("skills", resume.Skills),
            Languages = Kept("languages", resume.Languages),
            Interests = Kept("interests", resume.Interests),
            References = Kept("references", resume.References),
            Projects = Kept("projects", resume.Projects),
            Talks = Kept("x-talks", resume.Talks),
            Courses = Kept("x-courses", resume.Courses),
            Meta = resume.Meta is { } meta ? meta with { Coverage = null, Placed = null, Confidence = Of(meta.Confidence), Provenance = Of(meta.Provenance) } : null,
        };

        IReadOnlyList<T> Kept<T>(string name, IReadOnlyList<T> entries) => names.Contains(name) ? entries : [];

        SortedDictionary<string, T>? Of<T>(IReadOnlyDictionary<string, T>? map) => map is null ? null
            : new SortedDictionary<string, T>(map.Where(pair => names.Contains(pair.Key.Split('/')[1])).ToDictionary(), StringComparer.Ordinal);
    }
}
