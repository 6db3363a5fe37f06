using System.Buffers;
using System.Text;
using LiveWorkflows.EventLog;

namespace LiveWorkflows.AspNetCore.Export;

/// <summary>A line an event (RFC 4180), the usual fields in columns and the whole event in the last.</summary>
internal sealed class CsvExporter : EventExporter
{
    private static readonly string[] Columns = ["phase", "step_id", "step_name", "status", "attempt", "duration_ms", "percentage"];

    public override string ContentType => "text/csv; charset=utf-8";

    public override string Extension => "csv";

    public override void Begin(IBufferWriter<byte> output) => Write(output, ["seq", "timestamp", "event", .. Columns, "message", "data"]);

    public override void Write(IBufferWriter<byte> output, StoredEvent stored)
    {
        using var fields = new EventFields(stored);
        Write(output, [fields.Text("seq"), fields.Text("timestamp"), stored.Type, .. Columns.Select(fields.Text), fields.Message, Encoding.UTF8.GetString(stored.Data.Span)]);
    }

    private static void Write(IBufferWriter<byte> output, IEnumerable<string> cells) => output.Write(Encoding.UTF8.GetBytes(string.Join(',', cells.Select(Cell)) + "\r\n"));

    private static string Cell(string text)
    {
        // Spreadsheets run what begins like a formula; a quote in front makes it text again.
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r') text = "'" + text;
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
