using System.Text.Json;
using Resume2Website.Server.Problems;

namespace Resume2Website.Server.Uploads;

/// <summary>The tags of an upload: a JSON object of names and texts.</summary>
internal static class UploadTags
{
    private const int MaxCount = 32;
    private const int MaxNameLength = 64;
    private const int MaxValueLength = 256;

    /// <exception cref="RefusedException">The text is no such object.</exception>
    public static IReadOnlyDictionary<string, string> Parse(string? json)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(json)) return tags;
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new RefusedException(ServerProblems.TagsInvalid);
            foreach (var tag in document.RootElement.EnumerateObject())
            {
                if (tag.Value.ValueKind != JsonValueKind.String || tag.Name.Length is 0 or > MaxNameLength || tag.Value.GetString()!.Length > MaxValueLength)
                    throw new RefusedException(ServerProblems.TagsInvalid);
                tags[tag.Name] = tag.Value.GetString()!;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Half of an escaped character passes the parser, and throws only when it is looked at.
            throw new RefusedException(ServerProblems.TagsInvalid);
        }

        return tags.Count <= MaxCount ? tags : throw new RefusedException(ServerProblems.TagsInvalid);
    }
}
