using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Lexicon;

namespace Resume2Website.Extraction.Assembly;

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
            case "skills": ReadSkills(section, draft); break;
            case "languages": draft.Languages.AddRange(LanguageReader.Read(section.Lines)); break;
            case "projects": draft.Projects.AddRange(EntryReader.Projects(section.Lines)); break;
            case "awards": draft.Awards.AddRange(EntryReader.Listed(section.Lines)); break;
            case "certificates": draft.Certificates.AddRange(EntryReader.Listed(section.Lines)); break;
            case "publications": draft.Publications.AddRange(EntryReader.Listed(section.Lines)); break;
            case "talks": draft.Talks.AddRange(EntryReader.Listed(section.Lines)); break;
            case "courses": draft.Courses.AddRange(CourseReader.Section(section.Lines)); break;
            case "interests": draft.Interests.AddRange(InterestReader.Read(section.Lines)); break;
            case "references": draft.References.AddRange(ReferenceReader.Read(section.Lines)); break;
        }
    }

    // "Languages: English (fluent), Polish (B1)" among the skills are languages.
    private static void ReadSkills(CvSection section, ResumeDraft draft)
    {
        foreach (var group in SkillReader.Read(section.Lines))
        {
            var languages = group.Keywords.Count > 0 && group.Keywords.TrueForAll(keyword => LanguageNames.LengthAtStart(keyword.Text) > 0)
                ? group.Keywords.Select(keyword => LanguageReader.Parse(keyword.Text, keyword.Source)).ToList() : null;
            if (languages is null) draft.Skills.Add(group);
            else draft.Languages.AddRange(languages);
        }
    }
}
