using System.Buffers.Binary;
using Resume2Website.Documents;

namespace Resume2Website.Reader.Images;

/// <summary>
/// Reads the directories of a TIFF (TIFF 6.0, section 2): what pages there are and where their strips or tiles stand. Nothing is decoded here.
/// </summary>
internal sealed class TiffFile
{
    private const int EntryLength = 12;
    private const int MostEntries = 512;
    private const int MostPieces = 20_000;

    private readonly ReadOnlyMemory<byte> content;
    private readonly bool isLittleEndian;

    private TiffFile(ReadOnlyMemory<byte> content)
    {
        this.content = content;
        isLittleEndian = content.Span is [0x49, ..];
    }

    /// <summary>The pages, in order; reduced pictures of pages (thumbnails) are none.</summary>
    /// <exception cref="DocumentException">It is damaged, too long, or a page has too many pixels.</exception>
    public static IReadOnlyList<TiffPage> Pages(ReadOnlyMemory<byte> content)
    {
        var file = new TiffFile(content);
        var pages = new List<TiffPage>();
        var seen = new HashSet<uint>();
        for (var at = file.Number(4); at != 0;)
        {
            if (!seen.Add(at)) throw new DocumentException("file_damaged");
            if (seen.Count > ReadingLimits.Pages) throw new DocumentException("too_many_pages");
            var (entries, next) = file.Directory(at);
            if ((First(entries, TiffTag.SubfileType) & 1) == 0) pages.Add(file.Page(entries));
            at = next;
        }

        return pages.Count > 0 ? pages : throw new DocumentException("file_damaged");
    }

    private (Dictionary<TiffTag, uint[]> Entries, uint Next) Directory(uint at)
    {
        var count = Short(at);
        if (count > MostEntries) throw new DocumentException("file_damaged");
        var entries = new Dictionary<TiffTag, uint[]>();
        for (var i = 0; i < count; i++)
        {
            var entry = at + 2 + (uint)(i * EntryLength);
            var tag = (TiffTag)Short(entry);
            if (Enum.IsDefined(tag)) entries[tag] = Values(entry, Short(entry + 2), Number(entry + 4));
        }

        return (entries, Number(at + 2 + (uint)(count * EntryLength)));
    }

    /// <summary>Bytes, shorts and longs; what fits into four bytes stands in the entry itself.</summary>
    private uint[] Values(uint entry, int type, uint count)
    {
        var size = type switch { 1 or 7 => 1u, 3 => 2u, 4 => 4u, _ => 0u };
        if (size == 0) return [];
        if (count > MostPieces) throw new DocumentException("too_complex");
        var start = size * count <= 4 ? entry + 8 : Number(entry + 8);
        return [.. Enumerable.Range(0, (int)count).Select(index => start + (size * (uint)index)).Select(place => size switch { 1 => Bytes(place, 1)[0], 2 => Short(place), _ => Number(place) })];
    }

    private TiffPage Page(Dictionary<TiffTag, uint[]> entries)
    {
        var (width, height) = (First(entries, TiffTag.Width), First(entries, TiffTag.Height));
        if (width == 0 || height == 0) throw new DocumentException("file_damaged");
        if ((long)width * height > ReadingLimits.Pixels) throw new DocumentException("picture_too_large");
        var isTiled = entries.ContainsKey(TiffTag.TileOffsets);
        var offsets = entries.GetValueOrDefault(isTiled ? TiffTag.TileOffsets : TiffTag.StripOffsets) ?? [];
        var lengths = entries.GetValueOrDefault(isTiled ? TiffTag.TileByteCounts : TiffTag.StripByteCounts) ?? [];
        if (offsets.Length == 0 || offsets.Length != lengths.Length) throw new DocumentException("file_damaged");
        return new TiffPage
        {
            Width = (int)width,
            Height = (int)height,
            BitsPerSample = (int)First(entries, TiffTag.BitsPerSample, 1),
            Samples = (int)First(entries, TiffTag.SamplesPerPixel, 1),
            Compression = (int)First(entries, TiffTag.Compression, 1),
            Photometric = (int)First(entries, TiffTag.Photometric, 1),
            Predictor = (int)First(entries, TiffTag.Predictor, 1),
            FaxOptions = (int)First(entries, TiffTag.FaxOptions),
            Orientation = (int)First(entries, TiffTag.Orientation, 1),
            IsReversed = First(entries, TiffTag.FillOrder, 1) == 2,
            IsPlanar = First(entries, TiffTag.PlanarConfiguration, 1) == 2,
            Palette = entries.GetValueOrDefault(TiffTag.ColorMap) ?? [],
            JpegTables = [.. (entries.GetValueOrDefault(TiffTag.JpegTables) ?? []).Select(value => (byte)value)],
            PieceWidth = isTiled ? Side(entries, TiffTag.TileWidth) : (int)width,
            PieceHeight = isTiled ? Side(entries, TiffTag.TileHeight) : (int)Math.Min(height, First(entries, TiffTag.RowsPerStrip, height)),
            Pieces = [.. offsets.Zip(lengths, Slice)],
        };
    }

    private static int Side(Dictionary<TiffTag, uint[]> entries, TiffTag tag) =>
        First(entries, tag) is > 0 and <= 1 << 14 and var side ? (int)side : throw new DocumentException("file_damaged");

    private static uint First(Dictionary<TiffTag, uint[]> entries, TiffTag tag, uint otherwise = 0) =>
        entries.GetValueOrDefault(tag) is [var value, ..] ? value : otherwise;

    private ReadOnlyMemory<byte> Slice(uint offset, uint length) =>
        offset + (long)length <= content.Length ? content.Slice((int)offset, (int)length) : throw new DocumentException("file_damaged");

    private ReadOnlySpan<byte> Bytes(uint at, int count) =>
        at + (long)count <= content.Length ? content.Span.Slice((int)at, count) : throw new DocumentException("file_damaged");

    private ushort Short(uint at) => isLittleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(Bytes(at, 2)) : BinaryPrimitives.ReadUInt16BigEndian(Bytes(at, 2));

    private uint Number(uint at) => isLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(Bytes(at, 4)) : BinaryPrimitives.ReadUInt32BigEndian(Bytes(at, 4));
}
