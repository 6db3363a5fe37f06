using System.Text.Json;
using LiveWorkflows;
using Resume2Website.Extraction;

namespace Resume2Website.Stages;

/// <summary>The event <c>section</c>: what was found and where to fetch it, without any text of the CV.</summary>
internal static class SectionEvent
{
    public const string Kind = "section";

    public static void Publish(Workflow workflow, string jobId, FoundSection section)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("section", section.Name);
            writer.WriteNumber("count", section.Count);
            writer.WriteNumber("confidence", Math.Round(section.Confidence, 3));
            writer.WriteString("url", CvUrls.Section(jobId, section.Name));
            writer.WriteEndObject();
        }

        workflow.Publish(Kind, JsonElement.Parse(buffer.WrittenSpan));
    }
}
