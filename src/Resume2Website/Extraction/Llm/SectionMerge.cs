using Resume2Website.Extraction.Assembly;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Rules;
using Resume2Website.Resumes;

namespace Resume2Website.Extraction.Llm;

/// <summary>Makes one résumé of two: section by section the model's or the embedded engine's, each value with its confidence and place; what stands in neither goes to "other".</summary>
/// <param name="layout">The document.</param>
/// <param name="embedded">What the embedded engine found: complete in itself.</param>
/// <param name="read">What the model's answers gave.</param>
/// <param name="answered">The sections that the model answered.</param>
internal sealed class SectionMerge(LayoutDocument layout, ExtractedResume embedded, Resume read, IReadOnlySet<string> answered)
{
    private readonly SortedDictionary<string, double> _confidence = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ValueProvenance> _provenance = new(StringComparer.Ordinal);
    private readonly HashSet<int> _linesOfTheModel = [.. read.Meta!.Provenance!.Values.SelectMany(place => place.Lines)];

    /// <summary>The merged résumé.</summary>
    /// <param name="engine">The name of the model's engine.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public ExtractedResume Merge(string engine, CancellationToken cancellationToken)
    {
        var own = embedded.Resume;
        var merged = new Resume
        {
            Basics = Basics(own.Basics, read.Basics),
            Work = Pick("work", own.Work, read.Work),
            Volunteer = Pick("volunteer", own.Volunteer, read.Volunteer),
            Education = Pick("education", own.Education, read.Education),
            Awards = Pick("awards", own.Awards, read.Awards),
            Certificates = Pick("certificates", own.Certificates, read.Certificates),
            Publications = Pick("publications", own.Publications, read.Publications),
            Skills = Pick("skills", own.Skills, read.Skills),
            Languages = Pick("languages", own.Languages, read.Languages),
            Interests = Pick("interests", own.Interests, read.Interests),
            References = Pick("references", own.References, read.References),
            Projects = Pick("projects", own.Projects, read.Projects),
            Talks = Pick("x-talks", own.Talks, read.Talks),
            Courses = Pick("x-courses", own.Courses, read.Courses),
        };
        var (other, coverage, placed, places) = LeftOverLines.Collect(layout, SectionFinder.Find(layout), merged, cancellationToken);
        foreach (var (pointer, lines) in places) _provenance[pointer] = ValuePlace.Of(lines);
        var meta = own.Meta! with { Engine = engine, Coverage = coverage, Placed = placed, Confidence = _confidence, Provenance = _provenance };
        var sections = Sections(merged);
        return embedded with { Resume = merged with { Other = other, Meta = meta }, Sections = sections, Confidence = Overall(sections) };
    }

    private IReadOnlyList<T> Pick<T>(string section, IReadOnlyList<T> own, IReadOnlyList<T> models)
    {
        var isModels = answered.Contains(section) && (models.Count > 0 || IsElsewhere(section));
        Copy(isModels ? read.Meta! : embedded.Resume.Meta!, $"/{section}/");
        return isModels ? models : own;
    }

    // A section that the model leaves empty is believed when its lines went to other sections, and not when they went nowhere.
    private bool IsElsewhere(string section)
    {
        var lines = embedded.Resume.Meta!.Provenance!.Where(value => value.Key.StartsWith($"/{section}/", StringComparison.Ordinal)).Select(value => value.Value.Line).ToList();
        return lines.Count(_linesOfTheModel.Contains) * 2 > lines.Count;
    }

    private Basics Basics(Basics own, Basics models)
    {
        Copy(embedded.Resume.Meta!, "/basics/");
        return own with
        {
            Name = Value("/basics/name", own.Name, models.Name),
            Label = Value("/basics/label", own.Label, models.Label),
            Summary = Value("/basics/summary", own.Summary, models.Summary),
        };
    }

    private string? Value(string pointer, string? own, string? models)
    {
        if (models is null) return own;
        Copy(read.Meta!, pointer);
        return models;
    }

    private void Copy(ResumeMeta meta, string prefix)
    {
        foreach (var (pointer, value) in meta.Confidence!)
        {
            if (!pointer.StartsWith(prefix, StringComparison.Ordinal)) continue;
            _confidence[pointer] = value;
            _provenance[pointer] = meta.Provenance![pointer];
        }
    }

    private List<FoundSection> Sections(Resume resume)
    {
        (string Name, int Count)[] counts =
        [
            ("basics", resume.Basics is { Name: null, Email: null, Phone: null, Summary: null } ? 0 : 1), ("work", resume.Work.Count), ("volunteer", resume.Volunteer.Count),
            ("education", resume.Education.Count), ("awards", resume.Awards.Count), ("certificates", resume.Certificates.Count), ("publications", resume.Publications.Count),
            ("skills", resume.Skills.Count), ("languages", resume.Languages.Count), ("interests", resume.Interests.Count), ("references", resume.References.Count),
            ("projects", resume.Projects.Count), ("x-talks", resume.Talks.Count), ("x-courses", resume.Courses.Count),
        ];
        return [.. counts.Where(section => section.Count > 0).Select(section => new FoundSection(section.Name, section.Count, EvidenceMap.Mean(_confidence, $"/{section.Name}/")))];
    }

    private static double Overall(List<FoundSection> sections) =>
        sections.Count == 0 ? 0 : Math.Round(sections.Sum(section => section.Confidence * section.Count) / sections.Sum(section => section.Count), 3);
}
