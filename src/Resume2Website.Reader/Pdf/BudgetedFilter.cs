using System.IO.Compression;
using System.Runtime.InteropServices;
using Resume2Website.Documents;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Resume2Website.Reader.Pdf;

/// <summary>One filter under the budget.</summary>
internal sealed class BudgetedFilter(IFilter filter, InflationBudget budget) : IFilter
{
    public bool IsSupported => filter.IsSupported;

    public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
    {
        if (filter is FlateFilter && Measure(input) > budget.Left) throw new DocumentException("too_complex");
        var output = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        budget.Spend(HashCode.Combine(input.Length, output.Length, filterIndex, streamDictionary.GetHashCode()), output.Length);
        return output;
    }

    /// <summary>What a deflated stream unpacks to, found without keeping it; it stops at the budget's end.</summary>
    private long Measure(Memory<byte> input)
    {
        // Deflate cannot do better than 1032 to 1, so that a small stream needs no measuring.
        if (input.Length * 1032L <= budget.Left) return 0;
        try
        {
            using var stream = new ZLibStream(new MemoryStream(input.ToArray()), CompressionMode.Decompress);
            var buffer = new byte[64 << 10];
            long total = 0;
            while (total <= budget.Left && stream.Read(buffer) is var read && read > 0) total += read;
            return total;
        }
        catch (InvalidDataException)
        {
            // Broken streams are PdfPig's to mend; what it makes of them is counted below.
            return 0;
        }
    }
}
