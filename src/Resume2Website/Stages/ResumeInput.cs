using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using LiveWorkflows.Errors;
using Resume2Website.Extraction;
using Resume2Website.Extraction.Parsing;
using Resume2Website.Resumes;

namespace Resume2Website.Stages;

/// <summary>A file that is a JSON Resume already: it is taken as it is.</summary>
/// <remarks>But for an end like "Present": to JSON Resume, and to all that reads a résumé here, what goes on has no end.</remarks>
internal static partial class ResumeInput
{
    /// <summary>The remark that fields were left out, because JSON Resume does not have them.</summary>
    public const string FieldsDropped = "fields_dropped";

    /// <param name="json">The file.</param>
    /// <param name="limits">How much it may hold.</param>
    /// <exception cref="WorkflowException">It is not JSON, no JSON Resume, or too much of one.</exception>
    public static ExtractedResume Parse(ReadOnlySpan<byte> json, ResumeLimits limits)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        if (json.StartsWith(mark)) json = json[mark.Length..];
        var root = Root(json);
        try
        {
            // Before anything is made of it: a file of brackets would become a hundred times its size.
            limits.Check(root);
            var resume = JsonSerializer.Deserialize(NullFreeJson.Of(json), ResumeJson.Default.Resume);
            var sections = resume is null ? [] : SectionNames.Of(resume);
            if (sections.Count == 0) throw new WorkflowException(StageErrors.ResumeMalformed);
            var dropped = Unknown(root, ResumeJson.Default.Resume);
            var notes = dropped == 0 ? null : new ExtractionNotes([FieldsDropped], new Dictionary<string, long> { [FieldsDropped] = dropped });
            return new ExtractedResume(WithOpenEnds(resume!), IsResume: true, Confidence: 1, sections) { Notes = notes };
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

    private static Resume WithOpenEnds(Resume resume) => resume with
    {
        Work = [.. resume.Work.Select(entry => GoesOn(entry.StartDate, entry.EndDate) ? entry with { EndDate = null, Ongoing = null } : entry)],
        Volunteer = [.. resume.Volunteer.Select(entry => GoesOn(entry.StartDate, entry.EndDate) ? entry with { EndDate = null, Ongoing = null } : entry)],
        Education = [.. resume.Education.Select(entry => GoesOn(entry.StartDate, entry.EndDate) ? entry with { EndDate = null } : entry)],
        Projects = [.. resume.Projects.Select(entry => GoesOn(entry.StartDate, entry.EndDate) ? entry with { EndDate = null, Ongoing = null } : entry)],
    };

    // Without a beginning the word is all there is to say when it was.
    private static bool GoesOn(string? start, string? end) => !string.IsNullOrWhiteSpace(start) && OpenEnd.Is(end);

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

    [GeneratedRegex(@"\A\$(\.[A-Za-z-]+(\[[0-9]+\])?)*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KnownPath();
}
