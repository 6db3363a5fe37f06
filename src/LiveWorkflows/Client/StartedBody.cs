namespace LiveWorkflows.Client;

/// <summary>What a server answers to a start.</summary>
internal sealed record StartedBody
{
    public required string WorkflowId { get; init; }

    public string? Ticket { get; init; }

    public required string StreamUrl { get; init; }

    public string? EventsUrl { get; init; }
}
