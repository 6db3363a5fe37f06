using System.Buffers;
using System.Globalization;
using System.Text;
using LiveWorkflows.EventLog;

namespace LiveWorkflows.AspNetCore.Export;

/// <summary>A line an event, for people.</summary>
internal sealed class TextExporter : EventExporter
{
    public override string ContentType => "text/plain; charset=utf-8";

    public override string Extension => "log";

    public override void Write(IBufferWriter<byte> output, StoredEvent stored)
    {
        using var fields = new EventFields(stored);
        var line = new StringBuilder(160);
        line.Append(fields.Text("timestamp")).Append(CultureInfo.InvariantCulture, $" {stored.Sequence,5} {stored.Type,-18}");
        foreach (var field in (ReadOnlySpan<string>)["name", "phase", "step_name", "level", "code"])
        {
            if (fields.Text(field) is { Length: > 0 } text) line.Append(' ').Append(text);
        }

        if (fields.Text("percentage") is { Length: > 0 } percentage) line.Append(CultureInfo.InvariantCulture, $" {percentage} %");
        if (fields.Text("duration_ms") is { Length: > 0 } duration) line.Append(CultureInfo.InvariantCulture, $" ({duration} ms)");
        if (fields.Message is { Length: > 0 } message) line.Append(": ").Append(message);
        for (var i = 0; i < line.Length; i++)
        {
            // A line break or another control character would look like a line of its own, or worse in a terminal.
            if (char.IsControl(line[i]) || line[i] is '\u2028' or '\u2029') line[i] = ' ';
        }

        output.Write(Encoding.UTF8.GetBytes(line.Append('\n').ToString()));
    }
}
