using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using LiveWorkflows.Errors;
using Resume2Website.Extraction;
using Resume2Website.Resumes;

namespace Resume2Website.Stages;

/// <summary>A file that is a JSON Resume already: it is taken as it is.</summary>
internal static partial class ResumeInput
{
    /// <summary>The remark that fields were left out, because JSON Resume does not have them.</summary>
    public const string FieldsDropped = "fields_dropped";

    /// <exception cref="WorkflowException">It is not JSON, or no JSON Resume.</exception>
    public static ExtractedResume Parse(ReadOnlySpan<byte> json)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        if (json.StartsWith(mark)) json = json[mark.Length..];
        var root = Root(json);
        try
        {
            var resume = JsonSerializer.Deserialize(NullFreeJson.Of(json), ResumeJson.Default.Resume);
            var sections = resume is null ? [] : SectionNames.Of(resume);
            if (sections.Count == 0) throw new WorkflowException(StageErrors.ResumeMalformed);
            var dropped = Unknown(root, ResumeJson.Default.Resume);
            var notes = dropped == 0 ? null : new ExtractionNotes([FieldsDropped], new Dictionary<string, long> { [FieldsDropped] = dropped });
            return new ExtractedResume(resume!, IsResume: true, Confidence: 1, sections) { Notes = notes };
        }
        catch (JsonException exception)
        {
            throw new WorkflowException(StageErrors.ResumeMalformedAt(PlaceOf(exception)), exception);
        }
        catch (InvalidOperationException exception)
        {
            // Text that is cut in the middle of a character is found late, and is no JsonException.
            throw new WorkflowException(StageErrors.ResumeMalformed, exception);
        }
    }

    private static JsonElement Root(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException exception)
        {
            throw new WorkflowException(StageErrors.JsonInvalidAt((exception.LineNumber ?? 0) + 1, (exception.BytePositionInLine ?? 0) + 1), exception);
        }
    }

    /// <summary>The field whose value is of the wrong kind; null where its path could hold words of the person.</summary>
    private static string? PlaceOf(JsonException exception) => exception.Path switch
    {
        "$" => "its beginning",
        // The maps in it have keys that the file chose.
        { } path when path.StartsWith("$.meta", StringComparison.Ordinal) => "meta",
        { } path when KnownPath().IsMatch(path) => path["$.".Length..],
        _ => null,
    };

    /// <summary>How many fields, with all in them, the résumé has no place for.</summary>
    private static int Unknown(JsonElement element, JsonTypeInfo type) => element.ValueKind switch
    {
        JsonValueKind.Object when type.Kind == JsonTypeInfoKind.Object => element.EnumerateObject().Sum(field =>
            type.Properties.FirstOrDefault(property => property.Name == field.Name) is { } known ? Unknown(field.Value, type.Options.GetTypeInfo(known.PropertyType)) : 1),
        JsonValueKind.Array when type is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } item } => element.EnumerateArray().Sum(entry => Unknown(entry, type.Options.GetTypeInfo(item))),
        _ => 0,
    };

    [GeneratedRegex(@"^\$(\.[A-Za-z-]+(\[[0-9]+\])?)*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KnownPath();
}
