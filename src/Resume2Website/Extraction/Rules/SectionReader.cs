using Resume2Website.Extraction.Assembly;
using Resume2Website.Extraction.Entries;

namespace Resume2Website.Extraction.Rules;

/// <summary>Hands each section to the reader of its kind.</summary>
internal static class SectionReader
{
    /// <summary>Adds what a section holds to the draft.</summary>
    public static void Read(CvSection section, ResumeDraft draft)
    {
        if (section.Lines.Count == 0) return;
        switch (section.Kind)
        {
            case "summary": draft.Summary ??= SummaryReader.Read(section.Lines); break;
            case "work": draft.Work.AddRange(EntryReader.Work(section.Lines)); break;
            case "volunteer": draft.Volunteer.AddRange(EntryReader.Work(section.Lines)); break;
            case "education": draft.Education.AddRange(EducationReader.Read(section.Lines)); break;
            case "skills": draft.Skills.AddRange(SkillReader.Read(section.Lines)); break;
            case "languages": draft.Languages.AddRange(LanguageReader.Read(section.Lines)); break;
            case "projects": draft.Projects.AddRange(EntryReader.Projects(section.Lines)); break;
            case "awards": draft.Awards.AddRange(EntryReader.Listed(section.Lines)); break;
            case "certificates": draft.Certificates.AddRange(EntryReader.Listed(section.Lines)); break;
            case "publications": draft.Publications.AddRange(EntryReader.Listed(section.Lines)); break;
            case "talks": draft.Talks.AddRange(EntryReader.Listed(section.Lines)); break;
            case "interests": draft.Interests.AddRange(InterestReader.Read(section.Lines)); break;
            case "references": draft.References.AddRange(section.Lines.Select(line => new Found(line.Text.Replace('\t', ' '), line.First, 0.7))); break;
        }
    }
}
