using System.Text;
using Resume2Website.Documents;
using Resume2Website.Reader.Inspection;
using Resume2Website.Screening;

namespace Resume2Website.Reader.Office;

/// <summary>Looks through the control words of a Rich Text document: embedded objects, DDE fields, a template from elsewhere.</summary>
internal sealed class RtfInspection
{
    /// <summary>How deep groups may nest.</summary>
    private const int Depth = 256;

    /// <summary>The longest text of an instruction that is gathered; what acts stands at its beginning.</summary>
    private const int LongestText = 4096;

    private readonly HashSet<string> found = new(StringComparer.Ordinal);
    private readonly Stack<Group> outer = new();
    private Group group = new(null, null, Fallback: 1);
    private ReadOnlyMemory<byte> file;
    private int at;
    private int toSkip;

    private RtfInspection(ReadOnlyMemory<byte> file) => this.file = file;

    /// <summary>What is in it.</summary>
    /// <exception cref="DocumentException">Its groups nest too deep.</exception>
    public static InspectionReport Inspect(DocumentSource source)
    {
        var inspection = new RtfInspection(source.Content);
        inspection.Run();
        return new InspectionReport
        {
            Format = source.Format,
            Pages = 1,
            ActiveContent = [.. inspection.found.Order(StringComparer.Ordinal)],
            HasTestVirus = EicarSearch.Find(source.Content.Span),
            InflatedBytes = source.Content.Length,
        };
    }

    private void Run()
    {
        while (at < file.Length)
        {
            var next = Take();
            if (next is '{' or '}') toSkip = 0;
            switch (next)
            {
                case '{':
                    if (outer.Count >= Depth) throw new DocumentException("too_complex");
                    outer.Push(group);
                    break;
                case '}':
                    var closed = group;
                    if (outer.TryPop(out var around)) group = around;
                    if (!ReferenceEquals(closed.Text, group.Text)) Judge(closed);
                    break;
                case '\\':
                    Control();
                    break;
                case '\r' or '\n':
                    break;
                case var character:
                    Append(character);
                    break;
            }
        }
    }

    private void Control()
    {
        if (at >= file.Length) return;
        if (!char.IsAsciiLetter(Peek()))
        {
            var symbol = Take();
            if (symbol is '\\' or '{' or '}') Append(symbol);
            // An escaped byte may spell a letter of an instruction.
            if (symbol == '\'' && at + 2 <= file.Length && byte.TryParse(file.Span.Slice(at, 2), System.Globalization.NumberStyles.HexNumber, null, out var value))
            {
                at += 2;
                Append((char)value);
            }

            return;
        }

        var start = at;
        while (at < file.Length && char.IsAsciiLetter(Peek())) at++;
        var word = Encoding.ASCII.GetString(file.Span[start..at]);
        var number = Number();
        if (at < file.Length && Peek() == ' ') at++;
        Apply(word, number);
    }

    private int Number()
    {
        var start = at;
        if (at < file.Length && Peek() == '-') at++;
        while (at < file.Length && char.IsAsciiDigit(Peek()) && at - start < 11) at++;
        return int.TryParse(file.Span[start..at], out var number) ? number : 0;
    }

    private void Apply(string word, int number)
    {
        switch (word)
        {
            case "object" or "objdata" or "objemb" or "objlink" or "objautlink" or "objocx":
                found.Add("ole");
                break;
            case "fldinst" or "template":
                group = group with { Word = word, Text = new StringBuilder() };
                break;
            case "u":
                Append((char)(ushort)number);
                // Letters for programs that do not know the character follow it.
                toSkip = group.Fallback;
                break;
            case "uc":
                group = group with { Fallback = Math.Clamp(number, 0, 16) };
                break;
            case "bin":
                at = (int)Math.Min(file.Length, at + (long)Math.Max(0, number));
                break;
        }
    }

    private void Judge(Group closed)
    {
        var text = closed.Text?.ToString().Trim() ?? "";
        if (closed.Word == "fldinst" && text.StartsWith("DDE", StringComparison.OrdinalIgnoreCase)) found.Add("dde");
        if (closed.Word == "template" && RemoteTargets.IsRemote(text)) found.Add("remote_template");
    }

    private void Append(char character)
    {
        if (toSkip > 0) toSkip--;
        else if (group.Text is { Length: < LongestText } text) text.Append(character);
    }

    private char Peek() => (char)file.Span[at];

    private char Take() => (char)file.Span[at++];

    /// <summary>A group: the word that makes its text an instruction or a name, which groups within it go on with.</summary>
    private sealed record Group(string? Word, StringBuilder? Text, int Fallback);
}
