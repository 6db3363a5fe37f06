using Resume2Website.Resumes;

namespace Resume2Website.Eval;

/// <summary>The fields that are measured: their values in a résumé and when two of them agree.</summary>
internal static class ResumeFields
{
    private static readonly Func<string, string, double> Alike = (a, b) => Similarity.Ratio(a, b) >= 0.85 || Similarity.WordF1(a, b) >= 0.85 ? 1 : 0;
    private static readonly Func<string, string, double> Same = (a, b) => Similarity.Squash(a) == Similarity.Squash(b) ? 1 : 0;
    private static readonly Func<string, string, double> Words = (a, b) => Similarity.WordF1(a, b) is var f1 and > 0.2 ? f1 : 0;
    private static readonly Func<string, string, double> Digits = (a, b) => Only(a).EndsWith(Only(b), StringComparison.Ordinal) || Only(b).EndsWith(Only(a), StringComparison.Ordinal) ? 1 : 0;

    /// <summary>Name, values, agreement. Values of an entry carry its dates or name, so that fields of different entries do not meet by chance.</summary>
    public static IReadOnlyList<(string Name, Func<Resume, IEnumerable<string?>> Values, Func<string, string, double> Credit)> All { get; } =
    [
        ("basics.name", resume => [resume.Basics.Name], Alike),
        ("basics.label", resume => [resume.Basics.Label], Alike),
        ("basics.email", resume => [resume.Basics.Email], Same),
        ("basics.phone", resume => [resume.Basics.Phone], Digits),
        ("basics.url", resume => [resume.Basics.Url], Same),
        ("basics.summary", resume => [resume.Basics.Summary], Words),
        ("basics.location", resume => [resume.Basics.Location?.City], Alike),
        ("basics.profiles", resume => resume.Basics.Profiles.Select(profile => profile.Username), Same),
        ("work.name", resume => resume.Work.Select(entry => Joined(entry.Name, entry.StartDate)), Alike),
        ("work.position", resume => resume.Work.Select(entry => Joined(entry.Position, entry.StartDate)), Alike),
        ("work.startDate", resume => resume.Work.Select(entry => Joined(entry.StartDate, entry.Position)), Alike),
        ("work.endDate", resume => resume.Work.Select(entry => Joined(entry.EndDate, entry.Position)), Alike),
        ("work.highlights", resume => resume.Work.SelectMany(entry => entry.Highlights), Words),
        ("education.institution", resume => resume.Education.Select(entry => entry.Institution), Alike),
        ("education.degree", resume => resume.Education.Select(entry => Joined(entry.StudyType, entry.Area)), Alike),
        ("education.startDate", resume => resume.Education.Select(entry => entry.StartDate), Same),
        ("education.endDate", resume => resume.Education.Select(entry => entry.EndDate), Same),
        ("skills", resume => resume.Skills.SelectMany(group => group.Keywords), Alike),
        ("languages", resume => resume.Languages.Select(language => Joined(language.Language, language.Fluency)), Alike),
        ("projects", resume => resume.Projects.Select(entry => entry.Name), Alike),
        ("volunteer", resume => resume.Volunteer.Select(entry => Joined(entry.Position, entry.Organization)), Alike),
        ("certificates", resume => resume.Certificates.Select(entry => Joined(entry.Name, entry.Issuer)), Alike),
        ("awards", resume => resume.Awards.Select(entry => Joined(entry.Title, entry.Awarder)), Alike),
        ("publications", resume => resume.Publications.Select(entry => Joined(entry.Name, entry.Publisher)), Alike),
        ("interests", resume => resume.Interests.Select(entry => entry.Name), Alike),
    ];

    private static string? Joined(string? first, string? second) => first is null ? null : $"{first} {second}".Trim();

    private static string Only(string text) => string.Concat(text.Where(char.IsAsciiDigit)).TrimStart('0');
}
