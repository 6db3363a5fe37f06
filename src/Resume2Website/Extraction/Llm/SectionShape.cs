namespace Resume2Website.Extraction.Llm;

/// <summary>The parts of a section's entries: values that are spans of a line, and texts that are whole lines.</summary>
/// <param name="Name">The section's name in JSON Resume.</param>
/// <param name="Meaning">What belongs there, as the model is told.</param>
/// <param name="Spans">The names of the values.</param>
/// <param name="Lines">The names of the texts.</param>
internal sealed record SectionShape(string Name, string Meaning, IReadOnlyList<string> Spans, IReadOnlyList<string> Lines)
{
    /// <summary>All sections that a model reads. Addresses, phones and links are left to parsers, which do not guess.</summary>
    public static IReadOnlyList<SectionShape> All { get; } =
    [
        new("basics", "the person: at most one entry. label is their role in a few words, summary the running text about them", ["name", "label"], ["summary"]),
        new("work", "employments", ["title", "organization", "location", "dates"], ["summary", "highlights"]),
        new("education", "schools and degrees. studyType is the degree, area the subject, score the grade", ["organization", "studyType", "area", "score", "dates"], ["text"]),
        new("projects", "projects outside of an employment", ["title", "dates"], ["summary", "highlights"]),
        new("volunteer", "voluntary work", ["title", "organization", "dates"], ["summary", "highlights"]),
        new("skills", "skills by group. name is the group's own name and null when it has none", ["name"], []) { Lists = ["keywords"] },
        new("languages", "languages that the person speaks. fluency as it is printed", ["language", "fluency"], []),
        new("certificates", "certificates. organization is who issued it", ["title", "organization", "dates"], []),
        new("awards", "awards. organization is who gave it", ["title", "organization", "dates"], ["text"]),
        new("publications", "publications. organization is who printed it", ["title", "organization", "dates"], ["text"]),
        new("x-talks", "talks. organization is the event", ["title", "organization", "dates"], ["text"]),
        new("interests", "interests and hobbies", ["name"], []),
        new("references", "what others say of the person, or whom to ask", [], ["text"]),
    ];

    /// <summary>The names of values of which there are several.</summary>
    public IReadOnlyList<string> Lists { get; init; } = [];
}
