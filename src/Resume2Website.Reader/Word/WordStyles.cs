using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Resume2Website.Reader.Word;

/// <summary>Resolves what styles say: a paragraph's outline level and list, a run's looks, each with what its style is based on.</summary>
internal sealed class WordStyles
{
    private readonly Dictionary<string, Style> styles;
    private readonly Style? defaultParagraph;
    private readonly RunPropertiesBaseStyle? defaults;

    public WordStyles(MainDocumentPart main)
    {
        var sheet = main.StyleDefinitionsPart?.Styles;
        styles = (sheet?.Elements<Style>() ?? []).Where(style => style.StyleId?.Value is not null)
            .GroupBy(style => style.StyleId!.Value!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        defaultParagraph = styles.Values.FirstOrDefault(style => style.Type?.Value == StyleValues.Paragraph && style.Default?.Value == true);
        defaults = sheet?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle;
    }

    /// <summary>A paragraph's heading level, from 1; 0 if it is none.</summary>
    public int HeadingLevel(ParagraphProperties? paragraph)
    {
        if (paragraph?.OutlineLevel?.Val?.Value is { } own) return own < 9 ? own + 1 : 0;
        foreach (var style in Chain(paragraph?.ParagraphStyleId?.Val?.Value))
        {
            var name = style.StyleName?.Val?.Value ?? "";
            if (name.Equals("title", StringComparison.OrdinalIgnoreCase)) return 1;
            if (name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && int.TryParse(name.AsSpan(8), out var level)) return level;
            if (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } outline) return outline < 9 ? outline + 1 : 0;
        }

        return 0;
    }

    /// <summary>A paragraph's depth in a list, from 1; 0 if it is no item.</summary>
    public int ListDepth(ParagraphProperties? paragraph)
    {
        var own = paragraph?.NumberingProperties;
        if (own?.NumberingId?.Val?.Value is { } number) return number == 0 ? 0 : (own.NumberingLevelReference?.Val?.Value ?? 0) + 1;
        foreach (var style in Chain(paragraph?.ParagraphStyleId?.Val?.Value))
        {
            var numbering = style.StyleParagraphProperties?.NumberingProperties;
            if (numbering?.NumberingId?.Val?.Value is { } styled) return styled == 0 ? 0 : (numbering.NumberingLevelReference?.Val?.Value ?? 0) + 1;
            if ((style.StyleName?.Val?.Value ?? "").StartsWith("list bullet", StringComparison.OrdinalIgnoreCase)) return 1;
        }

        return 0;
    }

    /// <summary>A run's looks.</summary>
    public RunLook Look(ParagraphProperties? paragraph, RunProperties? run)
    {
        var look = new RunLook();
        if (run is not null) look.Fill(run.Bold, run.Italic, run.Vanish, run.FontSize?.Val?.Value, run.Color?.Val?.Value);
        foreach (var style in Chain(run?.RunStyle?.Val?.Value).Concat(Chain(paragraph?.ParagraphStyleId?.Val?.Value ?? defaultParagraph?.StyleId?.Value)))
        {
            if (style.StyleRunProperties is { } styled) look.Fill(styled.Bold, styled.Italic, styled.Vanish, styled.FontSize?.Val?.Value, styled.Color?.Val?.Value);
        }

        if (defaults is not null) look.Fill(defaults.Bold, defaults.Italic, defaults.Vanish, defaults.FontSize?.Val?.Value, defaults.Color?.Val?.Value);
        return look;
    }

    private IEnumerable<Style> Chain(string? id)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (id is not null && seen.Add(id) && styles.TryGetValue(id, out var style))
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }
}
