using System.Globalization;
using Resume2Website.Resumes;

namespace Resume2Website.Eval;

/// <summary>The figures of every field over some documents.</summary>
internal sealed class FieldTable
{
    private readonly Dictionary<string, FieldTally> _tallies = ResumeFields.All.ToDictionary(field => field.Name, _ => new FieldTally(), StringComparer.Ordinal);

    /// <summary>How many documents were added.</summary>
    public int Documents { get; private set; }

    /// <summary>The mean F1 of the core fields that occur.</summary>
    public double Core => Mean(pair => ResumeFields.Core.Contains(pair.Key));

    /// <summary>The mean F1 of all fields that occur.</summary>
    public double Full => Mean(_ => true);

    /// <summary>Adds a document; tells of each predicted value with a confidence how sure it was and whether it is right.</summary>
    public void Add(Resume truth, Resume predicted, Action<double, bool>? judged = null)
    {
        Documents++;
        foreach (var (name, values, credit) in ResumeFields.All)
        {
            var found = values(predicted).ToList();
            var right = _tallies[name].Add([.. values(truth).Select(value => value.Text)], [.. found.Select(value => value.Text)], credit);
            for (var i = 0; i < found.Count && judged is not null; i++)
            {
                if (predicted.Meta?.Confidence?.TryGetValue(found[i].Pointer, out var confidence) == true) judged(confidence, right[i]);
            }
        }
    }

    /// <summary>Prints a line a field.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine($"  {"field",-24}{"P",8}{"R",8}{"F1",8}{"true",8}");
        foreach (var (name, tally) in _tallies.Where(pair => pair.Value.Expected > 0))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(ResumeFields.Core.Contains(name) ? "*" : " ")} {name,-24}{tally.Precision,8:F3}{tally.Recall,8:F3}{tally.F1,8:F3}{tally.Expected,8}"));
    }

    private double Mean(Func<KeyValuePair<string, FieldTally>, bool> among) => _tallies.Where(pair => pair.Value.Expected > 0).Where(among).Select(pair => pair.Value.F1).DefaultIfEmpty().Average();
}
