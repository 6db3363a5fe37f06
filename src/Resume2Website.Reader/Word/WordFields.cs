using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Resume2Website.Reader.Word;

/// <summary>Follows the fields of a paragraph: their instructions are no text, and a HYPERLINK field links its result.</summary>
internal sealed class WordFields
{
    private readonly Stack<Field> open = new();

    /// <summary>Whether what comes next is an instruction, or the result of a field that is a part of one.</summary>
    public bool IsInstruction => open.Any(one => !one.HasResult);

    /// <summary>Where the innermost link field leads.</summary>
    public string? Link => open.Select(one => LinkOf(one.Instruction)).FirstOrDefault(link => link is not null);

    /// <summary>The target of a HYPERLINK instruction.</summary>
    public static string? LinkOf(string? instruction)
    {
        var text = instruction?.Trim() ?? "";
        if (!text.StartsWith("HYPERLINK", StringComparison.OrdinalIgnoreCase)) return null;
        var rest = text[9..].TrimStart();
        // With \l it leads to a bookmark of the document itself.
        if (rest.StartsWith('\\')) return null;
        if (!rest.StartsWith('"')) return rest.Split(' ', 2)[0] is { Length: > 0 } bare ? bare : null;
        var end = rest.IndexOf('"', 1);
        return end > 1 ? rest[1..end] : null;
    }

    /// <summary>Takes a mark or an instruction of a field.</summary>
    public void Take(OpenXmlElement element)
    {
        if (element is FieldCode code)
        {
            if (open.TryPeek(out var field)) field.Instruction += code.Text;
            return;
        }

        var type = ((FieldChar)element).FieldCharType?.Value;
        if (type == FieldCharValues.Begin) open.Push(new Field());
        else if (type == FieldCharValues.Separate && open.TryPeek(out var started)) started.HasResult = true;
        else if (type == FieldCharValues.End) open.TryPop(out _);
    }

    private sealed class Field
    {
        public string Instruction { get; set; } = "";

        public bool HasResult { get; set; }
    }
}
