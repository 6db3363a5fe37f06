using System.Text.RegularExpressions;
using Resume2Website.Resumes;

namespace Resume2Website.Eval;

/// <summary>Counts short values that the document does not contain.</summary>
internal static partial class Grounding
{
    /// <summary>How many of the résumé's short values are not in the text, and how many there are.</summary>
    public static (int Invented, int All) Count(Resume resume, string text)
    {
        var (whole, words) = (Similarity.Squash(text), Words().Matches(text).Select(match => Similarity.Squash(match.Value)).ToHashSet(StringComparer.Ordinal));
        var values = Values(resume).OfType<string>().Where(value => Similarity.Squash(value).Length > 0).ToList();
        return (values.Count(value => !whole.Contains(Similarity.Squash(value), StringComparison.Ordinal) && !Words().Matches(value).All(match => words.Contains(Similarity.Squash(match.Value)))), values.Count);
    }

    private static IEnumerable<string?> Values(Resume resume) =>
    [
        resume.Basics.Name, resume.Basics.Label, resume.Basics.Email,
        .. resume.Skills.SelectMany(group => group.Keywords),
        .. resume.Work.SelectMany(entry => new[] { entry.Name, entry.Position }),
        .. resume.Education.SelectMany(entry => new[] { entry.Institution, entry.StudyType, entry.Area }),
        .. resume.Languages.Select(language => language.Language), .. resume.Projects.Select(entry => entry.Name),
        .. resume.Certificates.SelectMany(entry => new[] { entry.Name, entry.Issuer }), .. resume.Awards.SelectMany(entry => new[] { entry.Title, entry.Awarder }),
        .. resume.Volunteer.SelectMany(entry => new[] { entry.Organization, entry.Position }), .. resume.Publications.Select(entry => entry.Name),
    ];

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
