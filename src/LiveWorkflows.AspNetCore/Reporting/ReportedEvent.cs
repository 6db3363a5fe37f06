using System.Text.Json;

namespace LiveWorkflows.AspNetCore.Reporting;

/// <summary>An event as a program outside reports it.</summary>
/// <param name="Type">The event's name on the wire.</param>
/// <param name="ClientSeq">The caller's own number, by which a repeat is known.</param>
/// <param name="Fields">Its fields.</param>
internal readonly record struct ReportedEvent(string Type, long ClientSeq, JsonElement Fields)
{
    public string? Text(string field) => Fields.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A number; JSON has ones, such as 1e999, that no program can hold, and they count as none.</summary>
    public double? Number(string field) =>
        Fields.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    public int? Whole(string field) =>
        Fields.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    public bool Flag(string field) => Fields.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.True;

    public JsonElement? Object(string field) => Fields.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    /// <summary>What names the step: the caller's own id, else the name.</summary>
    public string? StepKey => Text("step_id") ?? Text("step_name");
}
