using System.Text.Json;
using LiveWorkflows.AspNetCore.Problems;
using LiveWorkflows.Events;

namespace LiveWorkflows.AspNetCore.Endpoints;

/// <summary>What a start may ask for.</summary>
internal static class StartRules
{
    private const int MaxName = 200;
    private const int MaxTags = 32;
    private const int MaxTagValue = 1_000;
    private const int MaxPhases = 100;

    /// <summary>Ids that <c>GET /api/v1/workflows/{id}</c> could not reach.</summary>
    private static readonly string[] RouteNames = ["start", "metrics", "errors", "alerts", "import"];

    public static (WorkflowStartRequest? Request, WorkflowProblem? Problem) Check(StartBody body)
    {
        if (string.IsNullOrWhiteSpace(body.Name) || body.Name.Length > MaxName) return Wrong("invalid_name", $"'name' is 1 to {MaxName} characters.");
        if (body.Type is { } type && (string.IsNullOrWhiteSpace(type) || type.Length > 128)) return Wrong("invalid_type", "'type' is 1 to 128 characters.");
        if (body.Id is { } id && !WorkflowId.IsValid(id)) return Wrong("invalid_id", "'id' is 1 to 128 letters, digits and the signs - _ . ~");
        if (Array.IndexOf(RouteNames, body.Id) >= 0) return Wrong("invalid_id", $"'{body.Id}' is a route of this server and no id.");
        if (body.ParentWorkflowId is { } parent && !WorkflowId.IsValid(parent)) return Wrong("invalid_parent", "'parent_workflow_id' is no id.");
        if (body.FileName is { Length: > 255 }) return Wrong("invalid_file_name", "'file_name' is at most 255 characters.");
        if (body.Tags is { } tags && (tags.Count > MaxTags || tags.Any(tag => tag.Key.Length is 0 or > 64 || tag.Value is null or { Length: > MaxTagValue })))
            return Wrong("invalid_tags", $"'tags' are at most {MaxTags} names of up to 64 characters with texts of up to {MaxTagValue}.");
        if (body.Phases is { Length: > MaxPhases }) return Wrong("invalid_phases", $"'phases' are at most {MaxPhases}.");
        var phases = body.Phases?.Select(PhaseOf).ToArray();
        if (phases?.Contains(null) == true) return Wrong("invalid_phases", "'phases' are names, or objects with 'name' and 'expected_steps'.");
        return (new WorkflowStartRequest
        {
            Name = body.Name,
            Type = body.Type,
            Id = body.Id,
            FileName = body.FileName,
            Tags = body.Tags?.ToDictionary(tag => tag.Key, tag => tag.Value!, StringComparer.Ordinal),
            Phases = phases?.Select(phase => phase!).ToArray(),
            ParentWorkflowId = body.ParentWorkflowId,
        }, null);
    }

    private static (WorkflowStartRequest?, WorkflowProblem?) Wrong(string code, string message) => (null, Refusal.Invalid(code, message));

    private static PlannedPhase? PhaseOf(JsonElement phase)
    {
        if (phase.ValueKind == JsonValueKind.String) return Named(phase.GetString(), null);
        if (phase.ValueKind != JsonValueKind.Object || !phase.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String) return null;
        if (!phase.TryGetProperty("expected_steps", out var steps) || steps.ValueKind == JsonValueKind.Null) return Named(name.GetString(), null);
        return steps.ValueKind == JsonValueKind.Number && steps.TryGetInt32(out var count) && count is >= 0 and <= 100_000 ? Named(name.GetString(), count) : null;
    }

    private static PlannedPhase? Named(string? name, int? expectedSteps) =>
        string.IsNullOrWhiteSpace(name) || name.Length > MaxName ? null : new PlannedPhase(name, expectedSteps);
}
