using System.Buffers;
using System.Text.Json;

namespace Resume2Website.Stages;

/// <summary>JSON without its nulls: many programs write them where there is nothing, and a list of a résumé must not hold one.</summary>
internal static class NullFreeJson
{
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static byte[] Of(ReadOnlySpan<byte> json)
    {
        var buffer = new ArrayBufferWriter<byte>(json.Length);
        using (var writer = new Utf8JsonWriter(buffer)) Copy(JsonElement.Parse(json), writer);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Copy(JsonElement element, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null))
                {
                    writer.WritePropertyName(property.Name);
                    Copy(property.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray().Where(item => item.ValueKind != JsonValueKind.Null)) Copy(item, writer);
                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
