using System.Collections.Frozen;
using System.IO.Compression;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Lexicon;

/// <summary>
/// Knows what places are called: cities of 3,000 people and more (GeoNames, CC BY 4.0), countries in nine languages. Many are ordinary words or
/// names of people too, so it speaks for a place where one may stand, and never by itself. Made by <c>tools/places.sh</c>.
/// </summary>
internal static class PlaceNames
{
    private static readonly Lazy<FrozenSet<uint>> Names = new(Shipped);

    /// <summary>Loads the list now, which else the first question does.</summary>
    public static void Load() => _ = Names.Value;

    /// <summary>Whether the whole text is the name of a place.</summary>
    public static bool Knows(string text) => text.Length is > 1 and < 60 && Names.Value.Contains(Hash(text));

    /// <summary>Whether the whole text is the name of a place or of several, parted by commas; a region may follow a city as in "Swan Hill VIC".</summary>
    public static bool KnowsAll(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } parts && parts.All(part => Knows(part) || KnowsWithRegion(part));

    // A city and the abbreviation of its region.
    private static bool KnowsWithRegion(string text)
    {
        var space = text.LastIndexOf(' ');
        return space > 0 && text.Length - space - 1 is 2 or 3 && text[(space + 1)..].All(char.IsAsciiLetterUpper) && Knows(text[..space]);
    }

    /// <summary>The list in the form in which it ships: rising hashes as differences of seven bits a byte, compressed with Brotli.</summary>
    public static byte[] Write(IEnumerable<string> names)
    {
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(bytes, CompressionLevel.SmallestSize))
        using (var writer = new BinaryWriter(brotli))
        {
            var before = 0u;
            foreach (var hash in names.Select(Hash).Distinct().Order())
            {
                writer.Write7BitEncodedInt64(hash - before);
                before = hash;
            }
        }

        return bytes.ToArray();
    }

    private static FrozenSet<uint> Shipped()
    {
        using var stream = typeof(PlaceNames).Assembly.GetManifestResourceStream("Lexicon.places.bin") ?? throw new InvalidOperationException("The list of places is not embedded.");
        using var all = new MemoryStream();
        using (var brotli = new BrotliStream(stream, CompressionMode.Decompress)) brotli.CopyTo(all);
        all.Position = 0;
        using var reader = new BinaryReader(all);
        var hashes = new HashSet<uint>();
        for (var hash = 0u; all.Position < all.Length;) hashes.Add(hash += (uint)reader.Read7BitEncodedInt64());
        return hashes.ToFrozenSet();
    }

    // FNV-1a over letters and digits, folded.
    private static uint Hash(string name)
    {
        var hash = 2166136261u;
        foreach (var character in TextFolding.Squash(name)) hash = (hash ^ character) * 16777619u;
        return hash;
    }
}
