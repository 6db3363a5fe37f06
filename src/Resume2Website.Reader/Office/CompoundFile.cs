using System.Buffers.Binary;
using System.Text;
using Resume2Website.Documents;

namespace Resume2Website.Reader.Office;

/// <summary>Reads the directory and the streams of a compound file (MS-CFB), the small file system that Word 97 and its like store their documents in.</summary>
internal sealed class CompoundFile
{
    private const uint LastRegularSector = 0xFFFFFFFA;
    private const int EntryLength = 128;
    private const int SmallSector = 64;
    private const int SmallStream = 4096;

    private readonly ReadOnlyMemory<byte> file;
    private readonly int sectorLength;
    private readonly List<uint> next;
    private readonly Lazy<byte[]> smallSectors;
    private readonly Lazy<List<uint>> nextSmall;

    /// <summary>Reads the directory.</summary>
    /// <exception cref="DocumentException">The file is damaged.</exception>
    public CompoundFile(ReadOnlyMemory<byte> file)
    {
        this.file = file;
        if (file.Length < 512 || Number16(30) is not (9 or 12)) throw new DocumentException("file_damaged");
        sectorLength = 1 << Number16(30);
        next = Links(AllocationSectors());
        Entries = [.. Directory()];
        smallSectors = new Lazy<byte[]>(() => Entries.FirstOrDefault(entry => entry.Kind == CompoundEntryKind.Root) is { } root ? Chain(root.Start) : []);
        nextSmall = new Lazy<List<uint>>(() => [.. Numbers(Chain(Number32(60)))]);
    }

    /// <summary>Everything in the directory: streams, storages and the root.</summary>
    public IReadOnlyList<CompoundEntry> Entries { get; }

    /// <summary>The bytes of the first stream of a name; null when there is none.</summary>
    public byte[]? Read(string name)
    {
        if (Entries.FirstOrDefault(entry => entry.Kind == CompoundEntryKind.Stream && entry.Name == name) is not { } found) return null;
        var content = found.Length < SmallStream ? SmallChain(found.Start) : Chain(found.Start);
        return found.Length < content.Length ? content[..(int)found.Length] : content;
    }

    private IEnumerable<CompoundEntry> Directory()
    {
        var directory = Chain(Number32(48));
        for (var at = 0; at + EntryLength <= directory.Length; at += EntryLength)
        {
            var entry = directory.AsSpan(at, EntryLength);
            var kind = (CompoundEntryKind)entry[66];
            if (kind is not (CompoundEntryKind.Root or CompoundEntryKind.Storage or CompoundEntryKind.Stream)) continue;
            var nameLength = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 64);
            yield return new CompoundEntry(
                Encoding.Unicode.GetString(entry[..nameLength]), kind,
                HasChildren: BinaryPrimitives.ReadUInt32LittleEndian(entry[76..]) <= LastRegularSector,
                BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]));
        }
    }

    /// <summary>The first 109 sectors of the allocation table stand in the header, the others in sectors of their own, each of which ends with the next.</summary>
    private List<uint> AllocationSectors()
    {
        List<uint> sectors = [.. Numbers(file.Span.Slice(76, 436)).Where(sector => sector <= LastRegularSector)];
        var more = Number32(68);
        for (var count = 0; more <= LastRegularSector; count++)
        {
            if (count > file.Length / sectorLength) throw new DocumentException("file_damaged");
            var numbers = Numbers(Sector(more)).ToList();
            sectors.AddRange(numbers[..^1].Where(sector => sector <= LastRegularSector));
            more = numbers[^1];
        }

        return sectors;
    }

    private List<uint> Links(List<uint> sectors)
    {
        if (sectors.Count > (file.Length / sectorLength) + 1) throw new DocumentException("file_damaged");
        return [.. sectors.SelectMany(sector => Numbers(Sector(sector)).ToList())];
    }

    private byte[] Chain(uint start)
    {
        using var content = new MemoryStream();
        for (var sector = start; sector <= LastRegularSector; sector = next[(int)sector])
        {
            if (content.Length > file.Length || sector >= next.Count) throw new DocumentException("file_damaged");
            content.Write(Sector(sector));
        }

        return content.ToArray();
    }

    private byte[] SmallChain(uint start)
    {
        using var content = new MemoryStream();
        for (var sector = start; sector <= LastRegularSector; sector = nextSmall.Value[(int)sector])
        {
            var at = (long)sector * SmallSector;
            if (content.Length > SmallStream || sector >= nextSmall.Value.Count || at + SmallSector > smallSectors.Value.Length) throw new DocumentException("file_damaged");
            content.Write(smallSectors.Value.AsSpan((int)at, SmallSector));
        }

        return content.ToArray();
    }

    /// <summary>A file may end within its last sector.</summary>
    private ReadOnlySpan<byte> Sector(uint number)
    {
        var at = ((long)number + 1) * sectorLength;
        if (at >= file.Length) throw new DocumentException("file_damaged");
        return file.Span.Slice((int)at, (int)Math.Min(sectorLength, file.Length - at));
    }

    private static List<uint> Numbers(ReadOnlySpan<byte> bytes)
    {
        var numbers = new List<uint>(bytes.Length / 4);
        for (var at = 0; at + 4 <= bytes.Length; at += 4) numbers.Add(BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]));
        return numbers;
    }

    private ushort Number16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(file.Span[at..]);

    private uint Number32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(file.Span[at..]);
}
