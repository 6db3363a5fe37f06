using System.Diagnostics;

namespace Resume2Website.Bench.Reading;

/// <summary>Adds up how long each stage takes over many documents.</summary>
internal sealed class StageClock
{
    private readonly Dictionary<string, List<double>> _samples = [];

    /// <summary>The stages in the order of their first run, each with its milliseconds.</summary>
    public IReadOnlyDictionary<string, List<double>> Samples => _samples;

    /// <summary>Times a stage.</summary>
    public T Time<T>(string stage, Func<T> work)
    {
        var begun = Stopwatch.GetTimestamp();
        var result = work();
        Add(stage, Stopwatch.GetElapsedTime(begun));
        return result;
    }

    /// <summary>Notes how long a stage took.</summary>
    public void Add(string stage, TimeSpan time)
    {
        if (!_samples.TryGetValue(stage, out var samples)) _samples[stage] = samples = [];
        samples.Add(time.TotalMilliseconds);
    }
}
