using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Parsing;
using Resume2Website.Resumes;

namespace Resume2Website.Extraction.Assembly;

/// <summary>Turns a draft into a résumé and notes the evidence of every value.</summary>
internal sealed class ResumeAssembler(LayoutDocument layout, IReadOnlyList<CvSection> sections, ResumeDraft draft)
{
    private const string Schema = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";
    private readonly EvidenceMap evidence = new(layout, sections);
    private CancellationToken stopping;

    /// <summary>The résumé and the sections that it has.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public (Resume Resume, IReadOnlyList<FoundSection> Sections) Assemble(string engine, string? language, CancellationToken cancellationToken)
    {
        stopping = cancellationToken;
        var resume = Entries(new Resume { Basics = Basics() });
        var (other, coverage, placed, places) = LeftOverLines.Collect(layout, sections, resume, cancellationToken);
        foreach (var (pointer, lines) in places) evidence.Place(pointer, lines);
        resume = resume with
        {
            Other = other,
            Meta = new ResumeMeta
            {
                Canonical = Schema, Version = "v1.0.0", Language = language, Engine = engine, Coverage = coverage, Placed = placed,
                Confidence = evidence.Confidence, Provenance = evidence.Provenance,
            },
        };
        return (resume, Found(resume));
    }

    private Basics Basics()
    {
        var contact = draft.Contact;
        return new Basics
        {
            Name = evidence.Take("/basics/name", contact.Name),
            Label = evidence.Take("/basics/label", contact.Label),
            Email = evidence.Take("/basics/email", contact.Email),
            Phone = evidence.Take("/basics/phone", contact.Phone),
            Url = evidence.Take("/basics/url", contact.Url),
            Summary = evidence.Take("/basics/summary", draft.Summary ?? contact.Summary),
            Location = Location(),
            Profiles = Each("/basics/profiles", contact.Profiles, (at, profile) =>
            {
                evidence.Note(at, profile.Evidence);
                return new Profile
                {
                    Network = evidence.TakeDerived($"{at}/network", ProfileNetworks.Of(profile.Address.Host), profile.Evidence),
                    Username = evidence.TakeDerived($"{at}/username", ProfileNetworks.UserName(profile.Address), profile.Evidence),
                    Url = evidence.TakeDerived($"{at}/url", profile.Address.Url, profile.Evidence),
                };
            }),
        };
    }

    private Location? Location()
    {
        if (draft.Contact.Location is not { } location) return null;
        evidence.Note("/basics/location", location.Evidence);
        var (street, code, city, region, _) = location.Address;
        return new Location
        {
            Address = Part("address", street), PostalCode = Part("postalCode", code), City = Part("city", city), Region = Part("region", region),
        };

        string? Part(string name, string? text) => evidence.TakePart($"/basics/location/{name}", text, location.Evidence);
    }

    private Resume Entries(Resume resume) => resume with
    {
        Work = Each("/work", draft.Work, (at, entry) => new WorkEntry
        {
            Name = evidence.Take($"{at}/name", entry.Organization), Position = evidence.Take($"{at}/position", entry.Title),
            Location = evidence.Take($"{at}/location", entry.Location), Url = evidence.Take($"{at}/url", entry.Url),
            StartDate = evidence.Take($"{at}/startDate", entry.From), EndDate = evidence.Take($"{at}/endDate", entry.To), Ongoing = Ongoing(entry),
            Summary = evidence.Take($"{at}/summary", entry.Summary), Highlights = Texts($"{at}/highlights", entry.Highlights),
        }),
        Volunteer = Each("/volunteer", draft.Volunteer, (at, entry) => new VolunteerEntry
        {
            Organization = evidence.Take($"{at}/organization", entry.Organization), Position = evidence.Take($"{at}/position", entry.Title),
            Url = evidence.Take($"{at}/url", entry.Url), StartDate = evidence.Take($"{at}/startDate", entry.From), EndDate = evidence.Take($"{at}/endDate", entry.To), Ongoing = Ongoing(entry),
            Summary = evidence.Take($"{at}/summary", entry.Summary), Highlights = Texts($"{at}/highlights", entry.Highlights),
        }),
        Education = Each("/education", draft.Education, Education),
        Projects = Each("/projects", draft.Projects, (at, entry) => new Project
        {
            Name = evidence.Take($"{at}/name", entry.Title), Description = evidence.Take($"{at}/description", entry.Summary), Url = evidence.Take($"{at}/url", entry.Url),
            StartDate = evidence.Take($"{at}/startDate", entry.From), EndDate = evidence.Take($"{at}/endDate", entry.To), Ongoing = Ongoing(entry),
            Highlights = Texts($"{at}/highlights", entry.Highlights),
        }),
        Awards = Each("/awards", draft.Awards, (at, entry) => new Award
        {
            Title = evidence.Take($"{at}/title", entry.Title), Awarder = evidence.Take($"{at}/awarder", entry.Organization),
            Date = evidence.Take($"{at}/date", entry.To ?? entry.From), Summary = evidence.Take($"{at}/summary", Text(entry)),
        }),
        Certificates = Each("/certificates", draft.Certificates, (at, entry) => new Certificate
        {
            Name = evidence.Take($"{at}/name", entry.Title), Issuer = evidence.Take($"{at}/issuer", entry.Organization),
            Date = evidence.Take($"{at}/date", entry.From ?? entry.To), Url = evidence.Take($"{at}/url", entry.Url),
        }),
        Publications = Each("/publications", draft.Publications, (at, entry) => new Publication
        {
            Name = evidence.Take($"{at}/name", entry.Title), Publisher = evidence.Take($"{at}/publisher", entry.Organization),
            ReleaseDate = evidence.Take($"{at}/releaseDate", entry.From ?? entry.To), Url = evidence.Take($"{at}/url", entry.Url), Summary = evidence.Take($"{at}/summary", Text(entry)),
        }),
        Talks = Each("/x-talks", draft.Talks, (at, entry) => new Talk
        {
            Name = evidence.Take($"{at}/name", entry.Title), Event = evidence.Take($"{at}/event", entry.Organization),
            Date = evidence.Take($"{at}/date", entry.From ?? entry.To), Url = evidence.Take($"{at}/url", entry.Url), Summary = evidence.Take($"{at}/summary", Text(entry)),
        }),
        Courses = Each("/x-courses", draft.Courses, (at, entry) => new Course
        {
            Name = evidence.Take($"{at}/name", entry.Title), Provider = evidence.Take($"{at}/provider", entry.Organization),
            Date = evidence.Take($"{at}/date", entry.To ?? entry.From), Url = evidence.Take($"{at}/url", entry.Url), Summary = evidence.Take($"{at}/summary", Text(entry)),
        }),
        Skills = Each("/skills", draft.Skills, (at, group) => new SkillGroup { Name = evidence.Take($"{at}/name", group.Name), Keywords = Texts($"{at}/keywords", group.Keywords) }),
        Languages = Each("/languages", draft.Languages, (at, language) => new LanguageSkill
        {
            Language = evidence.Take($"{at}/language", language.Language), Fluency = evidence.Take($"{at}/fluency", language.Fluency),
        }),
        Interests = Each("/interests", draft.Interests, Interest),
        References = Each("/references", draft.References, (at, reference) => new Reference
        {
            Name = evidence.Take($"{at}/name", reference.Name), Text = evidence.Take($"{at}/reference", reference.Text),
        }),
    };

    // "2019" alone says when it was, "2019 – present" that it goes on; without an end the two would look alike.
    private static bool? Ongoing(EntryDraft entry) => entry is { From: not null, To: null, IsSingleDate: true } ? false : null;

    private Interest Interest(string at, Found interest)
    {
        evidence.Note(at, interest);
        return new Interest { Name = evidence.Take($"{at}/name", interest) };
    }

    private EducationEntry Education(string at, EntryDraft entry)
    {
        var education = new EducationEntry
        {
            Institution = evidence.Take($"{at}/institution", entry.Organization), StudyType = evidence.Take($"{at}/studyType", entry.StudyType), Area = evidence.Take($"{at}/area", entry.Area),
            Location = evidence.Take($"{at}/x-location", entry.Location),
            StartDate = entry.To is null && entry.From is not null && !entry.IsOpen ? null : evidence.Take($"{at}/startDate", entry.From),
            EndDate = evidence.Take($"{at}/endDate", entry.To ?? (entry.IsOpen ? null : entry.From)),
            Score = evidence.Take($"{at}/score", entry.Score), Url = evidence.Take($"{at}/url", entry.Url), Courses = Texts($"{at}/courses", entry.Courses),
            Summary = evidence.Take($"{at}/x-summary", Text(entry)),
        };
        if ((entry.StudyType ?? entry.Area) is { } degree) evidence.Note($"{at}/_degree", degree);
        return education;
    }

    // Where the schema has one text, list items follow it.
    private static Found? Text(EntryDraft entry) => EntryBody.Join([.. entry.Summary is { } summary ? (Found[])[summary] : [], .. entry.Highlights]);

    private List<string> Texts(string at, IReadOnlyList<Found> texts) => Each(at, texts, (pointer, text) => evidence.Take(pointer, text)!);

    private List<TResult> Each<T, TResult>(string at, IReadOnlyList<T> items, Func<string, T, TResult> make)
    {
        var made = new List<TResult>(items.Count);
        foreach (var (i, item) in items.Index())
        {
            stopping.ThrowIfCancellationRequested();
            made.Add(make($"{at}/{i}", item));
        }

        return made;
    }

    private List<FoundSection> Found(Resume resume)
    {
        (string Name, int Count)[] counts =
        [
            ("basics", resume.Basics is { Name: null, Email: null, Phone: null, Summary: null } ? 0 : 1), ("work", resume.Work.Count), ("volunteer", resume.Volunteer.Count),
            ("education", resume.Education.Count), ("awards", resume.Awards.Count), ("certificates", resume.Certificates.Count), ("publications", resume.Publications.Count),
            ("skills", resume.Skills.Count), ("languages", resume.Languages.Count), ("interests", resume.Interests.Count), ("references", resume.References.Count),
            ("projects", resume.Projects.Count), ("x-talks", resume.Talks.Count), ("x-courses", resume.Courses.Count),
        ];
        return [.. counts.Where(section => section.Count > 0).Select(section => new FoundSection(section.Name, section.Count, evidence.Mean($"/{section.Name}/")))];
    }
}
