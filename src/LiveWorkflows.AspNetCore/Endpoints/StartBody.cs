using System.Text.Json;

namespace LiveWorkflows.AspNetCore.Endpoints;

/// <summary>The body of a start as it came in.</summary>
internal sealed record StartBody
{
    public string? Name { get; init; }

    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? FileName { get; init; }

    public Dictionary<string, string?>? Tags { get; init; }

    public JsonElement[]? Phases { get; init; }

    public string? ParentWorkflowId { get; init; }
}
