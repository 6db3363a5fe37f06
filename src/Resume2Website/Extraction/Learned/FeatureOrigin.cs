namespace Resume2Website.Extraction.Learned;

/// <summary>Where a feature comes from; training leaves out some now and then, so that a model learns to do without.</summary>
internal enum FeatureOrigin
{
    /// <summary>What the line, or one beside it, looks like and what kinds of values it holds.</summary>
    Looks,

    /// <summary>A word of the line.</summary>
    Words,

    /// <summary>What the rules make of the line, or of one beside it.</summary>
    Rules,
}
