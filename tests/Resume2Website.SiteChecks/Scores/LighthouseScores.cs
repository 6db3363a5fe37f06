namespace Resume2Website.SiteChecks.Scores;

/// <summary>Lighthouse's four scores, 0 to 100, and the audits that cost points.</summary>
/// <param name="Performance">How fast the page is there and still.</param>
/// <param name="Accessibility">How well everybody can use it.</param>
/// <param name="BestPractices">Whether it does what careful pages do.</param>
/// <param name="Seo">Whether it can be found.</param>
/// <param name="Lost">The names of audits below full marks, with what they say.</param>
public sealed record LighthouseScores(int Performance, int Accessibility, int BestPractices, int Seo, IReadOnlyList<string> Lost)
{
    /// <summary>The lowest of the four.</summary>
    public int Least => Math.Min(Math.Min(Performance, Accessibility), Math.Min(BestPractices, Seo));

    /// <summary>The four, in the order that Lighthouse shows them.</summary>
    public override string ToString() => $"{Performance}/{Accessibility}/{BestPractices}/{Seo}";
}
