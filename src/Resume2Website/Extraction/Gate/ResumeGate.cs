namespace Resume2Website.Extraction.Gate;

/// <summary>Judges whether a document is a CV at all. In doubt it is one: a person whose CV is refused loses more than one who sees a poor site.</summary>
internal static class ResumeGate
{
    private const double Enough = 3;

    /// <summary>Whether the evidence speaks for a CV.</summary>
    public static bool IsResume(ResumeEvidence evidence) => Score(evidence) >= Enough;

    private static double Score(ResumeEvidence evidence)
    {
        var score = 0.0;
        foreach (var section in evidence.Sections)
        {
            score += section switch { "work" or "education" => 2.5, "skills" or "languages" => 1.5, "summary" or "contact" => 0.5, _ => 1 };
        }

        score += Math.Min(4, evidence.DateRanges) * 0.8;
        if (evidence.HasContact) score += 0.7;
        if (evidence.SaysSo) score += 3;
        if (evidence.Foreign is { } foreign) score -= Math.Max(0, foreign.Words - (foreign.Kind == "letter" ? 0 : 1)) * 1.2;
        return score;
    }
}
