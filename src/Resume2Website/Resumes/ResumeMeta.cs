namespace Resume2Website.Resumes;

/// <summary>How a résumé came about.</summary>
public sealed record ResumeMeta
{
    /// <summary>The schema it follows.</summary>
    public string? Canonical { get; init; }

    /// <summary>The schema's version.</summary>
    public string? Version { get; init; }

    /// <summary>When it was last changed, as a file that was given says.</summary>
    public string? LastModified { get; init; }

    /// <summary>The document's language, BCP 47.</summary>
    public string? Language { get; init; }

    /// <summary>The engine and its version.</summary>
    public string? Engine { get; init; }

    /// <summary>The share of the document's lines that stand somewhere in the résumé, 0 to 1.</summary>
    public double? Coverage { get; init; }

    /// <summary>The share of the document's lines that found a place among the values, those of <c>x-other</c> not among them, 0 to 1.</summary>
    public double? Placed { get; init; }

    /// <summary>How sure each value is: JSON pointer to 0..1.</summary>
    public IReadOnlyDictionary<string, double>? Confidence { get; init; }

    /// <summary>Where each value stands: JSON pointer to place.</summary>
    public IReadOnlyDictionary<string, ValueProvenance>? Provenance { get; init; }
}
