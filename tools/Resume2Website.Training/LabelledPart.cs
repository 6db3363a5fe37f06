using System.Text.Json;
using Resume2Website.Extraction.Learned;

namespace Resume2Website.Training;

/// <summary>A part of an entry's head and what it is.</summary>
/// <param name="Text">The part.</param>
/// <param name="Kind">What it is.</param>
internal sealed record LabelledPart(string Text, PartKind Kind)
{
    /// <summary>The parts of a label file.</summary>
    public static IEnumerable<LabelledPart> Read(string file)
    {
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var section = root.GetProperty("section").GetString()!;
            foreach (var part in root.TryGetProperty("parts", out var parts) ? [.. parts.EnumerateArray()] : new[] { root })
            {
                if (KindOf(section, part.GetProperty("role").GetString()!) is { } kind) yield return new LabelledPart(part.GetProperty("text").GetString()!, kind);
            }
        }
    }

    private static PartKind? KindOf(string section, string role) => role switch
    {
        "organization" => PartKind.Organization,
        "place" or "location" => PartKind.Place,
        "degree" => PartKind.Degree,
        "title" when section is "work" or "volunteer" => PartKind.Title,
        "title" when section != "education" => PartKind.Work,
        "label" => PartKind.Title,
        _ => null,
    };
}
