using System.Text.Json;

namespace Resume2Website.Bench.Pipeline;

/// <summary>What became of an upload.</summary>
/// <param name="Latency">From the first byte sent until it was seen to be completed.</param>
/// <param name="Summary">The run's summary, with the time of each step.</param>
internal sealed record UploadedCv(TimeSpan Latency, JsonElement Summary);
