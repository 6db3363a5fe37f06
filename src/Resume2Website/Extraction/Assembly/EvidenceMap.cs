using Resume2Website.Documents;
using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;
using Resume2Website.Resumes;

namespace Resume2Website.Extraction.Assembly;

/// <summary>Collects confidence and provenance by JSON pointer while values are put in their places.</summary>
internal sealed class EvidenceMap(LayoutDocument layout, IReadOnlyList<CvSection> sections)
{
    private readonly SortedDictionary<string, double> confidence = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ValueProvenance> provenance = new(StringComparer.Ordinal);
    private readonly ValueLines lines = new(layout, sections);

    /// <summary>How sure each value is.</summary>
    public IReadOnlyDictionary<string, double> Confidence => confidence;

    /// <summary>Where each value stands, and each line that found no place among the values.</summary>
    public IReadOnlyDictionary<string, ValueProvenance> Provenance => provenance;

    /// <summary>The mean confidence of the values below a pointer; 0 when there are none. Parts of a value that has a figure of its own count with it.</summary>
    public static double Mean(IReadOnlyDictionary<string, double> confidence, string prefix)
    {
        var values = confidence.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal) && !confidence.ContainsKey(ParentOf(pair.Key))).Select(pair => pair.Value).ToList();
        return values.Count == 0 ? 0 : Math.Round(values.Average(), 3);
    }

    /// <summary>Notes a value's evidence and gives its text; null for no value.</summary>
    public string? Take(string pointer, Found? found)
    {
        if (found is null) return null;
        Note(pointer, found);
        return found.Text;
    }

    /// <summary>Notes a part of a value, which is as sure as the whole, and gives it; null for no part.</summary>
    public string? TakePart(string pointer, string? part, Found whole) => part is null ? null : Take(pointer, whole with { Text = part, Parts = [] });

    /// <summary>Notes a part that is written otherwise than in the document, such as the name of a network: it stands where the whole does.</summary>
    public string? TakeDerived(string pointer, string? part, Found whole)
    {
        if (part is not null) Note(pointer, whole);
        return part;
    }

    /// <summary>Notes the evidence of something that is no single text.</summary>
    public void Note(string pointer, Found found)
    {
        var standsIn = lines.Of(found);
        // What was recognized wrongly cannot have been understood rightly.
        var recognized = standsIn.Min(line => line.RecognitionConfidence ?? 1);
        confidence[pointer] = Math.Round(Math.Clamp(found.Confidence * recognized, 0, 1), 3);
        provenance[pointer] = ValuePlace.Of(standsIn);
    }

    /// <summary>Notes where a text stands of which nothing else is claimed.</summary>
    public void Place(string pointer, IReadOnlyList<SourceLine> standsIn) => provenance[pointer] = ValuePlace.Of(standsIn);

    /// <summary>The mean confidence of the values below a pointer; 0 when there are none.</summary>
    public double Mean(string prefix) => Mean(confidence, prefix);

    private static string ParentOf(string pointer) => pointer[..pointer.LastIndexOf('/')];
}
