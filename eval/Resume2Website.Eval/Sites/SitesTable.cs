using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Resume2Website.Eval.Sites;

/// <summary>Writes what was measured: a row a site, what failed, and a summary.</summary>
internal static class SitesTable
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly (string Title, Func<SiteRow, string> Cell)[] Columns =
    [
        ("template", row => row.Template),
        ("person", row => row.Person),
        ("gates", row => Count(row.Findings.Count)),
        ("content", row => row.Content.ToString("0.0%", CultureInfo.InvariantCulture).Replace(".0%", "%", StringComparison.Ordinal)),
        ("axe", row => Count(row.Browser.Violations.Count)),
        ("Nu err/warn", row => $"{row.Markup.Count(message => message.IsError)}/{row.Markup.Count(message => !message.IsError)}"),
        ("mobile P/A/B/S", row => row.Phone?.ToString() ?? "-"),
        ("desktop P/A/B/S", row => row.Desktop?.ToString() ?? "-"),
        ("foreign", row => Count(row.Browser.ForeignRequests.Count)),
        ("file://", row => row.Browser is { IsStyled: true, Complaints.Count: 0 } ? "ok" : "FAILS"),
        ("320 px", row => row.Browser.SidewaysAt.Count == 0 ? "ok" : "FAILS"),
        ("print", row => row.Browser.MissingInPrint.Count == 0 ? "ok" : "FAILS"),
        ("A4", row => $"{row.Browser.PrintedPages} p."),
        ("KB", row => row.Kilobytes.ToString("0.0", CultureInfo.InvariantCulture)),
        ("render ms", row => row.RenderMilliseconds.ToString("0.0", CultureInfo.InvariantCulture)),
    ];

    /// <summary>The table for people.</summary>
    public static void Write(IReadOnlyList<SiteRow> rows, TextWriter output)
    {
        var cells = rows.Select(row => Columns.Select(column => column.Cell(row)).ToArray()).Prepend([.. Columns.Select(column => column.Title)]).ToArray();
        var widths = Columns.Select((_, column) => cells.Max(row => row[column].Length)).ToArray();
        foreach (var row in cells) output.WriteLine(string.Join("  ", row.Select((cell, column) => column < 2 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());

        output.WriteLine();
        foreach (var row in rows)
        {
            foreach (var failure in row.Failures) output.WriteLine($"FAILS  {row.Template}, {row.Person}: {failure}");
        }

        foreach (var warning in rows.SelectMany(row => row.Markup).Where(message => !message.IsError).GroupBy(message => $"{message.Path}: {message.Message}"))
            output.WriteLine($"warns  Nu, {warning.Count()} times on {warning.Select(message => message.Site).Distinct().Count()} sites, {warning.Key}");

        output.WriteLine(Summary(rows));
    }

    /// <summary>The same for programs.</summary>
    public static string Json(IReadOnlyList<SiteRow> rows)
    {
        var sites = rows.Select(row => (JsonNode)new JsonObject(Columns.Select(column => KeyValuePair.Create(column.Title, (JsonNode?)column.Cell(row))))
        {
            ["failures"] = new JsonArray([.. row.Failures.Select(failure => (JsonNode)failure)]),
        });
        return new JsonObject { ["summary"] = Summary(rows), ["sites"] = new JsonArray([.. sites]) }.ToJsonString(Indented);
    }

    private static string Summary(IReadOnlyList<SiteRow> rows)
    {
        var good = rows.Count(row => row.Failures.Count == 0);
        return $"{good} of {rows.Count} sites pass every gate; {rows.Sum(row => row.Failures.Count)} failures.";
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
