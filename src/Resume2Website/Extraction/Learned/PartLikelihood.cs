namespace Resume2Website.Extraction.Learned;

/// <summary>What a text is likely to be in the head of an entry.</summary>
internal static class PartLikelihood
{
    private const double Most = 4;

    /// <summary>How much more likely it is a thing of a kind than an organisation, as the logarithm of the odds, from -4 to 4.</summary>
    public static double Lean(string text, PartKind kind)
    {
        var likelihoods = Of(text);
        return Math.Clamp(likelihoods[(int)kind] - likelihoods[(int)PartKind.Organization], -Most, Most);
    }

    /// <summary>How much more likely it is a place than anything else, as the logarithm of the odds, from -4 to 4.</summary>
    public static double Place(string text)
    {
        var likelihoods = Of(text);
        var other = likelihoods.Where((_, kind) => kind != (int)PartKind.Place).Max();
        return Math.Clamp(likelihoods[(int)PartKind.Place] - other, -Most, Most);
    }

    private static double[] Of(string text) => PartModel.Shipped.LogLikelihoods(PartFeatures.Of(text));
}
