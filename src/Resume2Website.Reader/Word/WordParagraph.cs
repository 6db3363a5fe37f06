using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Resume2Website.Documents;
using Resume2Website.Reader.Lines;
using Drawing = DocumentFormat.OpenXml.Drawing;

namespace Resume2Website.Reader.Word;

/// <summary>Reads one paragraph: its runs become lines (a line break parts them), its text boxes are kept for after it.</summary>
internal sealed class WordParagraph
{
    /// <summary>Smaller text is hidden from people, in points.</summary>
    private const double SmallestSize = 2;

    private readonly Paragraph paragraph;
    private readonly WordStyles styles;
    private readonly OpenXmlPart part;
    private readonly WordFields fields = new();
    private readonly List<(StyledLine Line, RunLook? Look)> lines = [(new StyledLine(keepTabs: true), null)];
    private readonly List<OpenXmlElement> textBoxes = [];

    public WordParagraph(Paragraph paragraph, WordStyles styles, OpenXmlPart part)
    {
        this.paragraph = paragraph;
        this.styles = styles;
        this.part = part;
        Walk(paragraph, link: null);
    }

    /// <summary>The contents of the text boxes that are anchored in it.</summary>
    public IReadOnlyList<OpenXmlElement> TextBoxes => textBoxes;

    /// <summary>The lines.</summary>
    public IEnumerable<SourceLine> Lines(SourceLineRole place)
    {
        var heading = styles.HeadingLevel(paragraph.ParagraphProperties);
        var depth = heading > 0 ? 0 : styles.ListDepth(paragraph.ParagraphProperties);
        foreach (var (line, look) in lines.Where(item => !item.Line.IsEmpty))
        {
            var plain = line.ToLine();
            var isTyped = heading == 0 && depth == 0 && Bullets.TryStrip(plain.Text, out _);
            var read = isTyped ? line.ToLine(text => Bullets.TryStrip(text, out var item) ? item : text) : plain;
            var role = heading > 0 ? SourceLineRole.Heading : depth > 0 || isTyped ? SourceLineRole.ListItem : SourceLineRole.Body;
            yield return read with
            {
                Role = place == SourceLineRole.Body ? role : place,
                Level = place != SourceLineRole.Body ? 0 : heading > 0 ? heading : isTyped ? 1 : depth,
                FontSize = look?.Size,
                Color = look?.Color,
            };
        }
    }

    private void Walk(OpenXmlElement parent, string? link)
    {
        foreach (var element in parent.ChildElements)
        {
            switch (element)
            {
                case Run run:
                    Add(run, link);
                    break;
                case Hyperlink hyperlink:
                    Walk(hyperlink, TargetOf(hyperlink.Id?.Value) ?? link);
                    break;
                case SimpleField field:
                    Walk(field, WordFields.LinkOf(field.Instruction?.Value) ?? link);
                    break;
                case OpenXmlUnknownElement { LocalName: "smartTag" } unknown:
                    // The library no longer knows the smart tags of old programs, nor the runs in them.
                    Walk(new Paragraph { InnerXml = unknown.InnerXml }, link);
                    break;
                case { LocalName: "smartTag" or "bdo" or "dir" }:
                    // Marks of meaning and direction around runs.
                    Walk(element, link);
                    break;
                case SdtRun or SdtContentRun or InsertedRun or MoveToRun or CustomXmlRun:
                    Walk(element, link);
                    break;
                case AlternateContent alternative when WordWalk.Chosen(alternative) is { } chosen:
                    Walk(chosen, link);
                    break;
            }
        }
    }

    private void Add(Run run, string? link)
    {
        var look = styles.Look(paragraph.ParagraphProperties, run.RunProperties);
        foreach (var element in run.ChildElements) Add(element, look, link);
    }

    private void Add(OpenXmlElement element, RunLook look, string? link)
    {
        switch (element)
        {
            case FieldChar or FieldCode:
                fields.Take(element);
                break;
            case DocumentFormat.OpenXml.Wordprocessing.Text text:
                Append(text.Text, look, link);
                break;
            case TabChar or PositionalTab:
                Append("\t", look, link);
                break;
            case NoBreakHyphen:
                Append("-", look, link);
                break;
            case Break or CarriageReturn:
                lines.Add((new StyledLine(keepTabs: true), null));
                break;
            case Ruby ruby:
                // The small print above says how the base is read aloud.
                foreach (var text in ruby.Elements<RubyBase>().SelectMany(part => part.Descendants<DocumentFormat.OpenXml.Wordprocessing.Text>())) Append(text.Text, look, link);
                break;
            case AlternateContent alternative when WordWalk.Chosen(alternative) is { } chosen:
                foreach (var child in chosen.ChildElements) Add(child, look, link);
                break;
            case DocumentFormat.OpenXml.Wordprocessing.Drawing or Picture:
                AddDrawing(element);
                break;
        }
    }

    private void Append(string text, RunLook look, string? link)
    {
        if (look.IsHidden || look.Size < SmallestSize || fields.IsInstruction) return;
        var (line, first) = lines[^1];
        line.Append(text, look.IsBold, look.IsItalic, fields.Link ?? link);
        if (first is null && !string.IsNullOrWhiteSpace(text)) lines[^1] = (line, look);
    }

    private void AddDrawing(OpenXmlElement drawing)
    {
        // A box within a box is found when the outer one is walked through.
        textBoxes.AddRange(drawing.Descendants<TextBoxContent>().Where(box => !box.Ancestors<TextBoxContent>().Any(outer => outer.Ancestors().Contains(drawing))));
        foreach (var click in drawing.Descendants<Drawing.HyperlinkOnClick>())
        {
            if (TargetOf(click.Id?.Value) is { } target) lines[^1].Line.Append("", link: target);
        }
    }

    private string? TargetOf(string? id) =>
        id is null ? null : part.HyperlinkRelationships.FirstOrDefault(relationship => relationship.Id == id) is { IsExternal: true } found ? found.Uri.OriginalString : null;
}
