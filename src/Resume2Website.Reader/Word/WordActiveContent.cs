using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Resume2Website.Reader.Inspection;

namespace Resume2Website.Reader.Word;

/// <summary>Finds what in a Word document acts by itself: macros, controls, OLE objects, DDE fields, templates that are fetched from elsewhere.</summary>
internal static class WordActiveContent
{
    /// <summary>The codes of what was found.</summary>
    public static IReadOnlySet<string> Of(WordprocessingDocument document)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (document.MainDocumentPart!.ContentType.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)) found.Add("macro");
        foreach (var part in document.GetAllParts())
        {
            if (CodeOf(part) is { } code) found.Add(code);
            foreach (var relationship in part.ExternalRelationships)
            {
                if (CodeOf(relationship) is { } external) found.Add(external);
            }

            if (part.RootElement is { } root && HasDataExchange(root)) found.Add("dde");
        }

        return found;
    }

    private static string? CodeOf(OpenXmlPart part)
    {
        if (part is VbaProjectPart or VbaDataPart || part.ContentType.Contains("vba", StringComparison.OrdinalIgnoreCase)) return "macro";
        if (part is EmbeddedObjectPart) return "ole";
        if (part is EmbeddedControlPersistencePart or EmbeddedControlPersistenceBinaryDataPart) return "activex";
        // An embedded package is a chart's own table, unless it is a program after all.
        if (part is EmbeddedPackagePart or AlternativeFormatImportPart) return StartsAsProgram(part) ? "embedded_program" : null;
        return null;
    }

    private static string? CodeOf(ExternalRelationship relationship)
    {
        var type = relationship.RelationshipType;
        if (type.EndsWith("/attachedTemplate", StringComparison.Ordinal)) return RemoteTargets.IsRemote(relationship.Uri.OriginalString) ? "remote_template" : null;
        if (type.EndsWith("/oleObject", StringComparison.Ordinal)) return "ole";
        if (type.EndsWith("/frame", StringComparison.Ordinal) || type.EndsWith("/subDocument", StringComparison.Ordinal) || type.EndsWith("/aFChunk", StringComparison.Ordinal)) return RemoteTargets.IsRemote(relationship.Uri.OriginalString) ? "remote_content" : null;
        return null;
    }

    private static bool StartsAsProgram(OpenXmlPart part)
    {
        using var content = part.GetStream(FileMode.Open, FileAccess.Read);
        var start = new byte[16];
        var read = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return Programs.IsProgram(start.AsSpan(0, read)) || Programs.IsProgramName(part.Uri.OriginalString);
    }

    private static bool HasDataExchange(DocumentFormat.OpenXml.OpenXmlElement root)
    {
        var simple = root.Descendants<SimpleField>().Select(field => field.Instruction?.Value);
        // An instruction may be cut into many runs to hide it: they are put together a paragraph at a time.
        var complex = root.Descendants<Paragraph>().Select(paragraph => string.Concat(paragraph.Descendants<FieldCode>().Select(code => code.Text)));
        return simple.Concat(complex).Any(instruction => instruction is not null && instruction.TrimStart().StartsWith("DDE", StringComparison.OrdinalIgnoreCase));
    }
}
