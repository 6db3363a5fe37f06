using Resume2Website.Extraction.Entries;
using Resume2Website.Resumes;

namespace Resume2Website.Extraction.Assembly;

/// <summary>Collects confidence and provenance by JSON pointer while values are put in their places.</summary>
internal sealed class EvidenceMap
{
    private readonly SortedDictionary<string, double> confidence = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ValueProvenance> provenance = new(StringComparer.Ordinal);

    /// <summary>How sure each value is.</summary>
    public IReadOnlyDictionary<string, double> Confidence => confidence;

    /// <summary>Where each value stands.</summary>
    public IReadOnlyDictionary<string, ValueProvenance> Provenance => provenance;

    /// <summary>Notes a value's evidence and gives its text; null for no value.</summary>
    public string? Take(string pointer, Found? found)
    {
        if (found is null) return null;
        Note(pointer, found);
        return found.Text;
    }

    /// <summary>Notes the evidence of something that is no single text.</summary>
    public void Note(string pointer, Found found)
    {
        confidence[pointer] = Math.Round(Math.Clamp(found.Confidence, 0, 1), 3);
        var box = found.Source.Box;
        provenance[pointer] = new ValueProvenance
        {
            Page = found.Source.Page,
            Line = found.Source.Number,
            Box = box is { } place ? [Math.Round(place.X, 1), Math.Round(place.Y, 1), Math.Round(place.Width, 1), Math.Round(place.Height, 1)] : [],
        };
    }

    /// <summary>The mean confidence of the values below a pointer; 0 when there are none.</summary>
    public double Mean(string prefix)
    {
        var values = confidence.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(pair => pair.Value).ToList();
        return values.Count == 0 ? 0 : Math.Round(values.Average(), 3);
    }
}
