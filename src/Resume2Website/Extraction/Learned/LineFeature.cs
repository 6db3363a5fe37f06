namespace Resume2Website.Extraction.Learned;

/// <summary>Something that is true of a line.</summary>
/// <param name="Hash">What it is, as the FNV-1a hash of its name.</param>
/// <param name="Origin">Where it comes from.</param>
internal readonly record struct LineFeature(uint Hash, FeatureOrigin Origin)
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The feature of a name.</summary>
    public static LineFeature Of(ReadOnlySpan<char> name, FeatureOrigin origin = FeatureOrigin.Looks) => new(Add(Basis, name), origin);

    /// <summary>The feature of a name that begins with <paramref name="kind"/> and goes on with <paramref name="what"/>; spares putting the two together.</summary>
    public static LineFeature Of(ReadOnlySpan<char> kind, ReadOnlySpan<char> what, FeatureOrigin origin) => new(Add(Add(Basis, kind), what), origin);

    private static uint Add(uint hash, ReadOnlySpan<char> text)
    {
        foreach (var character in text) hash = (hash ^ character) * Prime;
        return hash;
    }
}
