namespace Resume2Website.Extraction.Learned;

/// <summary>Something that is true of a line.</summary>
/// <param name="Hash">What it is, as the FNV-1a hash of its name.</param>
/// <param name="Origin">Where it comes from.</param>
internal readonly record struct LineFeature(uint Hash, FeatureOrigin Origin)
{
    /// <summary>The feature of a name.</summary>
    public static LineFeature Of(string name, FeatureOrigin origin = FeatureOrigin.Looks)
    {
        var hash = 2166136261u;
        foreach (var character in name) hash = (hash ^ character) * 16777619u;
        return new LineFeature(hash, origin);
    }
}
