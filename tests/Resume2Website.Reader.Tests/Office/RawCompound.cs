using System.Buffers.Binary;
using System.Text;

namespace Resume2Website.Reader.Tests.Office;

/// <summary>Writes compound files (MS-CFB): one sector of allocation table, every stream as many whole sectors as it needs, at least what keeps it out of the small ones.</summary>
internal sealed class RawCompound
{
    private const int Sector = 512;
    private const uint End = 0xFFFFFFFE;
    private const uint None = 0xFFFFFFFF;
    private readonly List<(string Name, byte Kind, byte[] Content)> entries = [];
    private readonly HashSet<string> filled = [];

    /// <summary>A Word document: its main stream, with flags, a text and the place of its names in the table stream.</summary>
    public static RawCompound Word(string text, int flags = 0, string template = "")
    {
        var main = new byte[4096 + (text.Length * 2)];
        BinaryPrimitives.WriteUInt16LittleEndian(main, 0xA5EC);
        BinaryPrimitives.WriteUInt16LittleEndian(main.AsSpan(0x0A), (ushort)(flags | 0x0200));
        Encoding.Unicode.GetBytes(text).CopyTo(main, 4096);
        var table = new byte[4096];
        var names = (byte[])[0xFF, 0xFF, 2, 0, 0, 0, 0, 0, (byte)template.Length, 0, .. Encoding.Unicode.GetBytes(template)];
        names.CopyTo(table, 100);
        BinaryPrimitives.WriteUInt32LittleEndian(main.AsSpan(0x019A), 100);
        return new RawCompound().Stream("WordDocument", main).Stream("1Table", table);
    }

    /// <summary>Adds a stream.</summary>
    public RawCompound Stream(string name, byte[] content)
    {
        entries.Add((name, 2, content));
        return this;
    }

    /// <summary>Adds a storage.</summary>
    public RawCompound Storage(string name, bool isFilled)
    {
        entries.Add((name, 1, []));
        if (isFilled) filled.Add(name);
        return this;
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        var table = new List<uint> { 0xFFFFFFFD };
        var sectors = new List<byte[]> { new byte[Sector] };
        var starts = entries.Select(entry => entry.Kind == 2 ? Put(entry.Content) : 0).ToList();
        var directory = new byte[(entries.Count + 1) * 128];
        WriteEntry(directory, "Root Entry", 5, End, 0, 1);
        for (var i = 0; i < entries.Count; i++) WriteEntry(directory.AsSpan((i + 1) * 128), entries[i].Name, entries[i].Kind, starts[i], entries[i].Content.Length, filled.Contains(entries[i].Name) ? 1 : None);
        var directoryAt = Put(directory);
        while (table.Count < Sector / 4) table.Add(None);
        for (var i = 0; i < Sector / 4; i++) BinaryPrimitives.WriteUInt32LittleEndian(sectors[0].AsSpan(i * 4), table[i]);

        var header = new byte[Sector];
        ((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(header, 0);
        header[26] = 3;
        header[28] = 0xFE;
        header[29] = 0xFF;
        header[30] = 9;
        header[32] = 6;
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(44), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(48), directoryAt);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(56), 4096);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(60), End);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(68), End);
        header.AsSpan(76).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(76), 0);
        return [.. header, .. sectors.SelectMany(sector => sector)];

        uint Put(byte[] content)
        {
            var start = (uint)sectors.Count;
            foreach (var part in content.Chunk(Sector))
            {
                sectors.Add([.. part, .. new byte[Sector - part.Length]]);
                table.Add((uint)sectors.Count);
            }

            table[^1] = End;
            return start;
        }
    }

    private static void WriteEntry(Span<byte> entry, string name, byte kind, uint start, int length, uint child)
    {
        var bytes = Encoding.Unicode.GetBytes(name + "\0");
        bytes.CopyTo(entry);
        entry[64] = (byte)bytes.Length;
        entry[66] = kind;
        entry[68..80].Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[76..], child);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], start);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[120..], (uint)length);
    }
}
