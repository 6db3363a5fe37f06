using System.Globalization;
using System.Text.Json;
using Resume2Website.Resumes;

namespace Resume2Website.Eval;

/// <summary>Collects the figures of every field and prints them.</summary>
internal sealed class FieldTable
{
    private readonly Dictionary<string, FieldTally> tallies = ResumeFields.All.ToDictionary(field => field.Name, _ => new FieldTally(), StringComparer.Ordinal);
    private int resumes;
    private int refusedResumes;
    private int others;
    private int refusedOthers;

    /// <summary>Adds a prediction; a document without truth is no résumé and should have been refused.</summary>
    public void Add(Prediction prediction, string truthFile)
    {
        var isRefused = prediction.Resume is null;
        if (!File.Exists(truthFile))
        {
            others++;
            if (isRefused) refusedOthers++;
            return;
        }

        resumes++;
        if (isRefused) refusedResumes++;
        var truth = JsonSerializer.Deserialize(File.ReadAllText(truthFile), ResumeJson.Default.Resume)!;
        var predicted = prediction.Resume ?? new Resume();
        foreach (var (name, values, credit) in ResumeFields.All) tallies[name].Add(Values(values(truth)), Values(values(predicted)), credit);
    }

    /// <summary>Prints a line a field and the means.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine($"{"field",-24}{"P",8}{"R",8}{"F1",8}{"true",8}");
        foreach (var (name, tally) in tallies.Where(pair => pair.Value.Expected > 0))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-24}{tally.Precision,8:F3}{tally.Recall,8:F3}{tally.F1,8:F3}{tally.Expected,8}"));
        var measured = tallies.Values.Where(tally => tally.Expected > 0).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"mean F1 {(measured.Count == 0 ? 0 : measured.Average(tally => tally.F1)):F3}   résumés refused {refusedResumes}/{resumes}   others refused {refusedOthers}/{others}"));
    }

    private static List<string> Values(IEnumerable<string?> values) => [.. values.OfType<string>().Where(value => value.Length > 0)];
}
