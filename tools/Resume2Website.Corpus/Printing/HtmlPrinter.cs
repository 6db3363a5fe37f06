using System.Globalization;
using System.Net;
using System.Text;
using Resume2Website.Corpus.Layouts;
using Resume2Website.Corpus.Pieces;

namespace Resume2Website.Corpus.Printing;

/// <summary>Prints HTML with CSS for paper: what a browser turns into PDF.</summary>
internal static class HtmlPrinter
{
    /// <summary>The page of a sheet.</summary>
    public static string Print(Sheet sheet)
    {
        var html = new StringBuilder($"<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>CV</title><style>{Style(sheet)}</style><body>");
        html.Append("<header>").Append(Rows(sheet.Head)).Append("</header>");
        var (side, main) = ($"<aside>{Rows(sheet.Side)}</aside>", $"<main>{Rows(sheet.Main)}</main>");
        if (sheet.Side.Count == 0) html.Append(main);
        else html.Append("<div class=\"columns\">").Append(sheet.Layout.Frame == Frame.SideRight ? main + side : side + main).Append("</div>");
        return html.Append("</body></html>").ToString();
    }

    private static string Style(Sheet sheet)
    {
        var layout = sheet.Layout;
        var fonts = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(FontShelf.Folder, layout.Font + "*.ttf").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (name != layout.Font && !name.StartsWith(layout.Font + "-", StringComparison.Ordinal)) continue;
            fonts.Append(CultureInfo.InvariantCulture, $"@font-face{{font-family:own;src:url('{new Uri(file)}');font-weight:{(name.EndsWith("Bold", StringComparison.Ordinal) ? 700 : 400)};font-style:{(name.EndsWith("Italic", StringComparison.Ordinal) ? "italic" : "normal")}}}");
        }

        fonts.Append(CultureInfo.InvariantCulture, $"@font-face{{font-family:glyphs;src:url('{new Uri(Path.Combine(FontShelf.Folder, "DejaVuSansCondensed.ttf"))}')}}");
        var (accent, columns) = ($"#{layout.Accent:X6}", layout.Frame switch { Frame.SideLeft => "29% 1fr", Frame.SideRight => "1fr 30%", _ => "1fr 1fr" });
        var heading = layout.Heading switch
        {
            HeadingShape.Ruled => "border-bottom:1px solid #888;font-size:1.25em",
            HeadingShape.Caps => "font-size:1.15em;border-top:2px solid " + accent,
            HeadingShape.Spaced => "letter-spacing:.18em;font-size:1.1em",
            HeadingShape.Coloured => "font-size:1.35em",
            HeadingShape.Centred => "text-align:center;font-size:1.2em;border-bottom:1px dotted #777",
            HeadingShape.SameSize or HeadingShape.LabelColumn => "font-size:1em",
            _ => "font-size:1.25em",
        };
        var footer = sheet.Footer is { } foot ? $"@bottom-right{{font:8pt own,glyphs;color:#555;content:\"{Footer(foot)}\"}}" : "";
        return $$"""
            {{fonts}}
            @page{size:A4;margin:16mm 17mm;{{footer}}}
            body{margin:0;font:{{layout.Size.ToString(CultureInfo.InvariantCulture)}}pt/1.34 own,glyphs;color:#1c1c1c}
            p{margin:0} .name{font-size:2.2em;line-height:1.2} .label{font-size:1.2em} header{margin-bottom:.8em;{{(layout.IsCentred ? "text-align:center" : "")}}}
            h2{margin:.9em 0 .3em;font-weight:700;break-after:avoid;{{heading}}}
            .head{margin-top:.5em;break-after:avoid} .line{display:flex;justify-content:space-between;gap:1em} .line>span:last-child{white-space:nowrap}
            .columns{display:grid;grid-template-columns:{{columns}};gap:7mm} {{(layout.Hyphenates ? "main,aside{hyphens:auto;text-align:justify}" : "")}}
            aside{overflow-wrap:anywhere;{{(layout.Frame == Frame.SideLeft ? $"background:{(layout.Form == Form.Network ? $"#{layout.SideGround:X6}" : "#eef0f4")};padding:0 3mm 3mm" : "")}}}
            .beside{display:grid;grid-template-columns:22% 1fr;gap:4mm} .beside.right{grid-template-columns:1fr 22%}
            table{border-collapse:collapse;width:100%} td{border:1px solid #aaa;padding:1mm 2mm;vertical-align:top} td:first-child{width:24%}
            .point{padding-left:1.1em;text-indent:-1.1em} .bullet{display:inline-block;width:1.1em;text-indent:0} b{font-weight:700} i{font-style:italic} .accent{color:{{accent}}} .muted{color:#565656} .light{color:#f5f5f5} a{color:inherit;text-decoration:none}
            """;
    }

    private static string Footer(Func<int, int, Piece> footer)
    {
        // The browser counts the pages; words stand around its counters.
        var text = footer(-1, -2).Text.Replace("\"", "", StringComparison.Ordinal);
        return text.Replace("-1", "\" counter(page) \"", StringComparison.Ordinal).Replace("-2", "\" counter(pages) \"", StringComparison.Ordinal);
    }

    private static string Rows(IEnumerable<Row> rows) => string.Concat(rows.Select(Row));

    private static string Row(Row row) => row switch
    {
        Line { Kind: LineKind.Heading } line => $"<h2>{Spans(line.Piece)}</h2>",
        Line { Right: { } right } line => $"<p class=\"line {Class(line)}\"><span>{Spans(line.Piece)}</span><span>{Spans(right)}</span></p>",
        Line { Bullet: { } bullet } line => $"<p class=\"point\"><span class=\"bullet\">{bullet}</span>{Spans(line.Piece)}</p>",
        Line line => $"<p class=\"{Class(line)}\">{Spans(line.Piece)}</p>",
        Beside { IsNarrowRight: true } beside => $"<div class=\"beside right\"><div>{Rows(beside.Wide)}</div><div>{Rows(beside.Narrow)}</div></div>",
        Beside beside => $"<div class=\"beside\"><div>{Rows(beside.Narrow)}</div><div>{Rows(beside.Wide)}</div></div>",
        Grid grid => $"<table><tr>{string.Concat(grid.Cells.Select(cell => $"<td>{Rows(cell)}</td>"))}</tr></table>",
        _ => "",
    };

    private static string Class(Line line) => line.Kind.ToString().ToLowerInvariant();

    private static string Spans(Piece piece) => string.Concat(piece.Spans.Select(span =>
    {
        var text = WebUtility.HtmlEncode(span.Text);
        if (span.Role == Role.Url) text = $"<a href=\"https://{text}\">{text}</a>";
        if (span.Look.HasFlag(Look.Bold)) text = $"<b>{text}</b>";
        if (span.Look.HasFlag(Look.Italic)) text = $"<i>{text}</i>";
        return span.Look.HasFlag(Look.Light) ? $"<span class=\"light\">{text}</span>" : span.Look.HasFlag(Look.Accent) ? $"<span class=\"accent\">{text}</span>" : span.Look.HasFlag(Look.Muted) ? $"<span class=\"muted\">{text}</span>" : text;
    }));
}
