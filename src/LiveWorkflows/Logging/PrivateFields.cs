using System.Buffers;
using System.Text.Json;

namespace LiveWorkflows.Logging;

/// <summary>Leaves tags and file names out of lines of JSON, wherever they stand, unless they are allowed.</summary>
internal sealed class PrivateFields(ISet<string> allowedTags)
{
    private const string Tags = "tags";
    private const string FileName = "file_name";
    private readonly ArrayBufferWriter<byte> _kept = new();

    /// <summary>The lines without what is private; the very same memory where there is nothing private in them. Good until the next call.</summary>
    public ReadOnlySpan<byte> Filter(ReadOnlySpan<byte> lines)
    {
        if (!MayHoldAny(lines)) return lines;
        // A buffer that one large block has grown is not kept for good.
        if (_kept.Capacity > 4 << 20) _kept.Clear();
        _kept.ResetWrittenCount();
        while (!lines.IsEmpty)
        {
            var length = lines.IndexOf((byte)'\n') + 1;
            var line = lines[..length];
            if (MayHoldAny(line)) Rewrite(line);
            else _kept.Write(line);
            lines = lines[length..];
        }

        return _kept.WrittenSpan;
    }

    /// <summary>Nearly every line holds none, and is then not even parsed.</summary>
    private static bool MayHoldAny(ReadOnlySpan<byte> lines) =>
        lines.IndexOf("\"tags\""u8) >= 0 || lines.IndexOf("\"Tags\""u8) >= 0 || lines.IndexOf("\"TAGS\""u8) >= 0
        || lines.IndexOf("ile_name\""u8) >= 0 || lines.IndexOf("ileName\""u8) >= 0 || lines.IndexOf("ilename\""u8) >= 0
        || lines.IndexOf("ile_Name\""u8) >= 0 || lines.IndexOf("ILE_NAME\""u8) >= 0 || lines.IndexOf("ILENAME\""u8) >= 0;

    private void Rewrite(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        using var writer = new Utf8JsonWriter(_kept, new JsonWriterOptions { SkipValidation = true });
        var insideTags = -1;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName when insideTags < 0 && reader.GetString()!.Equals(Tags, StringComparison.OrdinalIgnoreCase):
                    reader.Read();
                    if (reader.TokenType != JsonTokenType.StartObject || allowedTags.Count == 0)
                    {
                        reader.Skip();
                        break;
                    }

                    insideTags = reader.CurrentDepth;
                    writer.WriteStartObject(Tags);
                    break;
                case JsonTokenType.PropertyName when IsPrivate(reader.GetString()!, insideTags >= 0):
                    reader.Read();
                    reader.Skip();
                    break;
                case JsonTokenType.PropertyName:
                    writer.WritePropertyName(reader.GetString()!);
                    break;
                case JsonTokenType.StartObject:
                    writer.WriteStartObject();
                    break;
                case JsonTokenType.EndObject:
                    if (reader.CurrentDepth == insideTags) insideTags = -1;
                    writer.WriteEndObject();
                    break;
                case JsonTokenType.StartArray:
                    writer.WriteStartArray();
                    break;
                case JsonTokenType.EndArray:
                    writer.WriteEndArray();
                    break;
                case JsonTokenType.String:
                    writer.WriteStringValue(reader.GetString());
                    break;
                default:
                    writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                    break;
            }
        }

        writer.Flush();
        _kept.Write("\n"u8);
    }

    private bool IsPrivate(string name, bool isTag)
    {
        if (isTag) return !allowedTags.Contains(name);
        return IsFileName(name) && !allowedTags.Contains(FileName);
    }

    /// <summary>Whether a value of this name is a file's name, however it is spelt: <c>file_name</c>, <c>FileName</c>, <c>fileName</c>.</summary>
    public static bool IsFileName(string name) => name.Replace("_", "", StringComparison.Ordinal).Equals("filename", StringComparison.OrdinalIgnoreCase);
}
