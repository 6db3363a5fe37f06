using System.Globalization;
using System.Text.Json;
using Resume2Website.Resumes;

namespace Resume2Website.Eval;

/// <summary>Collects the figures of a corpus and prints them.</summary>
internal sealed class EvalReport
{
    private readonly FieldTable _all = new();
    private readonly SortedDictionary<string, FieldTable> _groups = new(StringComparer.Ordinal);
    private readonly Calibration _calibration = new();
    private readonly List<double> _coverages = [];
    private readonly List<double> _times = [];
    private (int Refused, int All) _resumes;
    private (int Refused, int All) _others;
    private (int Invented, int All) _values;

    /// <summary>Adds what became of a document; one without truth is no résumé and should have been refused.</summary>
    public void Add(CorpusDocument document, Prediction prediction, string directory)
    {
        var truthFile = Path.Combine(directory, "truth", document.Id + ".json");
        var refused = prediction.Resume is null ? 1 : 0;
        if (!File.Exists(truthFile))
        {
            _others = (_others.Refused + refused, _others.All + 1);
            return;
        }

        _resumes = (_resumes.Refused + refused, _resumes.All + 1);
        _times.Add(prediction.Seconds);
        var truth = JsonSerializer.Deserialize(File.ReadAllText(truthFile), ResumeJson.Default.Resume)!;
        var predicted = prediction.Resume ?? new Resume();
        _all.Add(truth, predicted, _calibration.Add);
        foreach (var group in document.Groups)
        {
            if (!_groups.TryGetValue(group, out var table)) _groups[group] = table = new FieldTable();
            table.Add(truth, predicted);
        }

        if (prediction.Resume is null) return;
        if (predicted.Meta?.Coverage is { } coverage) _coverages.Add(coverage);
        var text = Path.Combine(directory, "text", document.Id + ".txt");
        if (!File.Exists(text)) return;
        var (invented, all) = Grounding.Count(predicted, File.ReadAllText(text));
        _values = (_values.Invented + invented, _values.All + all);
    }

    /// <summary>Prints everything.</summary>
    public void Write(TextWriter output)
    {
        _all.Write(output);
        Line($"\nCORE {_all.Core:F3} (mean F1 of the fields marked *)   FULL {_all.Full:F3}   documents {_all.Documents}");
        foreach (var (name, table) in _groups) Line($"  {name,-24} CORE {table.Core:F3}   FULL {table.Full:F3}   documents {table.Documents}");
        Line($"résumés refused {_resumes.Refused} of {_resumes.All}, others refused {_others.Refused} of {_others.All}");
        if (_values.All > 0) Line($"values that are not in the document: {_values.Invented} of {_values.All} ({(double)_values.Invented / _values.All:P2})");
        Line($"expected calibration error {_calibration.Error:F3} over {_calibration.Count} values, of which {_calibration.Accuracy:P1} are right");
        if (_coverages.Count > 0) Line($"lines that stand somewhere in the résumé: {_coverages.Average():P2}, least {_coverages.Min():P1}");
        if (_times.Count > 0) Line($"seconds a document, read and extracted: median {Percentile(0.5):F3}, 95th percentile {Percentile(0.95):F3}");

        void Line(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
    }

    private double Percentile(double share) => _times.Order().ElementAt((int)(share * (_times.Count - 1)));
}
