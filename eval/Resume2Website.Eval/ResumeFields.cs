using Resume2Website.Resumes;

namespace Resume2Website.Eval;

/// <summary>The fields that are measured: their values in a résumé and when two of them agree.</summary>
internal static class ResumeFields
{
    private static readonly Func<string, string, double> Alike = (a, b) => Similarity.Ratio(a, b) >= 0.85 || Similarity.WordF1(a, b) >= 0.85 ? 1 : 0;
    private static readonly Func<string, string, double> Same = (a, b) => Similarity.Squash(a) == Similarity.Squash(b) ? 1 : 0;
    private static readonly Func<string, string, double> Address = (a, b) => Same(Bare(a), Bare(b));
    private static readonly Func<string, string, double> Words = (a, b) => Similarity.WordF1(a, b) is var f1 and > 0.2 ? f1 : 0;
    private static readonly Func<string, string, double> Digits = (a, b) => Only(a).EndsWith(Only(b), StringComparison.Ordinal) || Only(b).EndsWith(Only(a), StringComparison.Ordinal) ? 1 : 0;

    /// <summary>The sixteen fields that matter most; their mean F1 is CORE.</summary>
    public static IReadOnlySet<string> Core { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "basics.name", "basics.email", "basics.phone", "basics.location", "basics.profiles", "basics.summary",
        "work.name", "work.position", "work.startDate", "work.endDate", "work.highlights",
        "education.institution", "education.degree", "education.startDate", "education.endDate", "skills",
    };

    /// <summary>Name, values, agreement. Values of an entry carry its dates or name, so that fields of different entries do not meet by chance.</summary>
    public static IReadOnlyList<(string Name, Func<Resume, IEnumerable<FieldValue>> Values, Func<string, string, double> Credit)> All { get; } =
    [
        ("basics.name", resume => One("/basics/name", resume.Basics.Name), Alike),
        ("basics.label", resume => One("/basics/label", resume.Basics.Label), Alike),
        ("basics.email", resume => One("/basics/email", resume.Basics.Email), Same),
        ("basics.phone", resume => One("/basics/phone", resume.Basics.Phone), Digits),
        ("basics.url", resume => One("/basics/url", resume.Basics.Url), Address),
        ("basics.summary", resume => One("/basics/summary", resume.Basics.Summary), Words),
        ("basics.location", resume => One("/basics/location", resume.Basics.Location?.City), Alike),
        ("basics.profiles", resume => Each("/basics/profiles", "", resume.Basics.Profiles, profile => profile.Username), Same),
        ("work.name", resume => Each("/work", "/name", resume.Work, entry => Joined(entry.Name, entry.StartDate)), Alike),
        ("work.position", resume => Each("/work", "/position", resume.Work, entry => Joined(entry.Position, entry.StartDate)), Alike),
        ("work.startDate", resume => Each("/work", "/startDate", resume.Work, entry => Joined(entry.StartDate, entry.Position)), Alike),
        ("work.endDate", resume => Each("/work", "/endDate", resume.Work, entry => Joined(entry.EndDate, entry.Position)), Alike),
        ("work.highlights", resume => resume.Work.SelectMany((entry, i) => Each($"/work/{i}/highlights", "", entry.Highlights, text => text)), Words),
        ("education.institution", resume => Each("/education", "/institution", resume.Education, entry => entry.Institution), Alike),
        ("education.degree", resume => Each("/education", "/_degree", resume.Education, entry => Joined(entry.StudyType, entry.Area)), Alike),
        ("education.startDate", resume => Each("/education", "/startDate", resume.Education, entry => entry.StartDate), Same),
        ("education.endDate", resume => Each("/education", "/endDate", resume.Education, entry => entry.EndDate), Same),
        ("education.score", resume => Each("/education", "/score", resume.Education, entry => entry.Score), Alike),
        ("education.courses", resume => resume.Education.SelectMany((entry, i) => Each($"/education/{i}/courses", "", entry.Courses, text => text)), Alike),
        ("skills", resume => resume.Skills.SelectMany((group, i) => Each($"/skills/{i}/keywords", "", group.Keywords, text => text)), Alike),
        ("languages", resume => Each("/languages", "/language", resume.Languages, language => Joined(language.Language, language.Fluency)), Alike),
        ("projects", resume => Each("/projects", "/name", resume.Projects, entry => entry.Name), Alike),
        ("volunteer", resume => Each("/volunteer", "/position", resume.Volunteer, entry => Joined(entry.Position, entry.Organization)), Alike),
        ("certificates", resume => Each("/certificates", "/name", resume.Certificates, entry => Joined(entry.Name, entry.Issuer)), Alike),
        ("awards", resume => Each("/awards", "/title", resume.Awards, entry => Joined(entry.Title, entry.Awarder)), Alike),
        ("publications", resume => Each("/publications", "/name", resume.Publications, entry => Joined(entry.Name, entry.Publisher)), Alike),
        ("courses", resume => Each("/x-courses", "/name", resume.Courses, entry => Joined(entry.Name, entry.Provider)), Alike),
        ("references.name", resume => Each("/references", "/name", resume.References, reference => reference.Name), Alike),
        ("references.text", resume => Each("/references", "/reference", resume.References, reference => reference.Text), Words),
        ("interests", resume => Each("/interests", "", resume.Interests, entry => entry.Name), Alike),
    ];

    private static IEnumerable<FieldValue> One(string pointer, string? text) => string.IsNullOrEmpty(text) ? [] : [new FieldValue(text, pointer)];

    private static IEnumerable<FieldValue> Each<T>(string pointer, string field, IReadOnlyList<T> items, Func<T, string?> text) =>
        items.SelectMany((item, i) => One($"{pointer}/{i}{field}", text(item)));

    private static string? Joined(string? first, string? second) => first is null ? null : $"{first} {second}".Trim();

    private static string Only(string text) => string.Concat(text.Where(char.IsAsciiDigit)).TrimStart('0');

    private static string Bare(string url) => url[(url.IndexOf("://", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0)..].TrimEnd('/');
}
