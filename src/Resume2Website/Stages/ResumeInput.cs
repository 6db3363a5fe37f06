using System.Text.Json;
using LiveWorkflows.Errors;
using Resume2Website.Extraction;
using Resume2Website.Resumes;

namespace Resume2Website.Stages;

/// <summary>A file that is a JSON Resume already: it is taken as it is.</summary>
internal static class ResumeInput
{
    /// <exception cref="WorkflowException">It is not a JSON Resume.</exception>
    public static ExtractedResume Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
            var resume = JsonSerializer.Deserialize(NullFreeJson.Of(json.StartsWith(mark) ? json[mark.Length..] : json), ResumeJson.Default.Resume);
            var sections = resume is null ? [] : SectionNames.Of(resume);
            return sections.Count > 0 ? new ExtractedResume(resume!, IsResume: true, Confidence: 1, sections) : throw new WorkflowException(StageErrors.ResumeMalformed);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Text that is cut in the middle of a character is found late, and is no JsonException.
            throw new WorkflowException(StageErrors.ResumeMalformed, exception);
        }
    }
}
