using System.Buffers.Binary;
using System.Text;
using Resume2Website.Documents;
using Resume2Website.Reader.Inspection;
using Resume2Website.Screening;

namespace Resume2Website.Reader.Office;

/// <summary>Looks into a document of Word 97 to 2003 (MS-DOC): macros, embedded objects, DDE fields, a template from elsewhere, encryption.</summary>
internal static class DocInspection
{
    private const int Signature = 0xA5EC;
    private const int EncryptedFlag = 0x0100;
    private const int SecondTableFlag = 0x0200;

    /// <summary>Where the main stream says where in the table stream the names are that belong to the document (FibRgFcLcb97, fcSttbfAssoc).</summary>
    private const int NamesAt = 0x019A;

    /// <summary>What is in it.</summary>
    /// <exception cref="DocumentException">It is no Word document, damaged, or protected by a password.</exception>
    public static InspectionReport Inspect(DocumentSource source)
    {
        var file = new CompoundFile(source.Content);
        var main = file.Read("WordDocument");
        if (main is null || main.Length < NamesAt + 8 || Number16(main, 0) != Signature) throw new DocumentException("file_type_unsupported");
        var flags = Number16(main, 0x0A);
        if ((flags & EncryptedFlag) != 0) throw new DocumentException("password_unsupported");
        var table = file.Read((flags & SecondTableFlag) != 0 ? "1Table" : "0Table");
        return new InspectionReport
        {
            Format = source.Format,
            Pages = 1,
            ActiveContent = [.. ActiveContent(file, main, table ?? []).Distinct().Order(StringComparer.Ordinal)],
            HasTestVirus = EicarSearch.Find(source.Content.Span),
            InflatedBytes = source.Content.Length,
        };
    }

    private static IEnumerable<string> ActiveContent(CompoundFile file, byte[] main, byte[] table)
    {
        foreach (var entry in file.Entries)
        {
            if (entry is { Kind: CompoundEntryKind.Storage, Name: "Macros" or "VBA" or "_VBA_PROJECT_CUR" } or { Name: "_VBA_PROJECT" }) yield return "macro";
            // Word makes the storage for embedded objects in every document, and fills it only where there are some.
            if (entry is { Name: "ObjectPool", HasChildren: true } or { Name: "\u0001Ole10Native" }) yield return "ole";
        }

        if (HasDataExchange(main)) yield return "dde";
        if (RemoteTargets.IsRemote(TemplateOf(main, table))) yield return "remote_template";
    }

    /// <summary>A field's instruction follows the mark 0x13; a text is stored in one or in two bytes a character.</summary>
    private static bool HasDataExchange(byte[] main)
    {
        foreach (var width in (int[])[1, 2])
        {
            var encoding = width == 1 ? Encoding.Latin1 : Encoding.Unicode;
            for (var start = 0; start < width; start++)
            {
                var text = encoding.GetString(main.AsSpan(start));
                for (var at = text.IndexOf('\u0013', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\u0013', at + 1))
                {
                    if (text.AsSpan(at + 1).TrimStart().StartsWith("DDE", StringComparison.OrdinalIgnoreCase)) return true;
                }
            }
        }

        return false;
    }

    /// <summary>The second of the document's names (SttbfAssoc): where its template lies.</summary>
    private static string? TemplateOf(byte[] main, byte[] table)
    {
        var at = (long)BinaryPrimitives.ReadUInt32LittleEndian(main.AsSpan(NamesAt));
        if (at + 6 > table.Length || Number16(table, (int)at) != 0xFFFF) return null;
        at += 6;
        for (var index = 0; index < 2 && at + 2 <= table.Length; index++)
        {
            var length = Number16(table, (int)at) * 2;
            if (at + 2 + length > table.Length) return null;
            if (index == 1) return Encoding.Unicode.GetString(table, (int)at + 2, length);
            at += 2 + length;
        }

        return null;
    }

    private static int Number16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
}
