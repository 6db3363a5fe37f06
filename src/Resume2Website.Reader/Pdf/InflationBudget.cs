using Resume2Website.Documents;

namespace Resume2Website.Reader.Pdf;

/// <summary>Counts what a document unpacks to, and ends the reading when that is too much.</summary>
internal sealed class InflationBudget(long packedBytes)
{
    private readonly HashSet<int> counted = [];

    /// <summary>The bytes so far.</summary>
    public long Inflated { get; private set; }

    /// <summary>How many more bytes may come.</summary>
    public long Left => Math.Min(ReadingLimits.InflatedBytes, Math.Max(ReadingLimits.InnocentBytes, packedBytes * ReadingLimits.InflationRatio)) - Inflated;

    /// <summary>Takes the bytes of one stream; a stream that is unpacked again is not counted again.</summary>
    /// <exception cref="DocumentException">That was too much.</exception>
    public void Spend(int stream, long bytes)
    {
        if (!counted.Add(stream)) return;
        if (bytes > Left) throw new DocumentException("too_complex");
        Inflated += bytes;
    }
}
