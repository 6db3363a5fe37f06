using System.Text.Json;
using LiveWorkflows;
using LiveWorkflows.EventLog;
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
            writer.WriteNumber("confidence", Rounded(section).Confidence);
            writer.WriteString("url", CvUrls.Section(jobId, section.Name));
            writer.WriteEndObject();
        }

        workflow.Publish(Kind, JsonElement.Parse(buffer.WrittenSpan));
    }

    /// <summary>The sections that the stored events of a workflow tell of, as they tell of them last.</summary>
    public static async Task<IReadOnlyDictionary<string, FoundSection>> ToldAsync(IEventLog log, string workflowId, CancellationToken cancellationToken)
    {
        var told = new Dictionary<string, FoundSection>(StringComparer.Ordinal);
        await foreach (var stored in log.ReadAsync(workflowId, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (stored.Type != Kind) continue;
            using var fields = JsonDocument.Parse(stored.Data);
            var name = fields.RootElement.GetProperty("section").GetString()!;
            told[name] = new FoundSection(name, fields.RootElement.GetProperty("count").GetInt32(), fields.RootElement.GetProperty("confidence").GetDouble());
        }

        return told;
    }

    /// <summary>A section as an event tells of it.</summary>
    public static FoundSection Rounded(FoundSection section) => section with { Confidence = Math.Round(section.Confidence, 3) };
}
