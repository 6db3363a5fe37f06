namespace LiveWorkflows.Reports;

/// <summary>Which workflows to list; what is null does not matter.</summary>
public sealed record WorkflowQuery
{
    /// <summary>Of this type.</summary>
    public string? Type { get; init; }

    /// <summary>In this state.</summary>
    public WorkflowStatus? Status { get; init; }

    /// <summary>With this tag: <c>name</c>, or <c>name=value</c>.</summary>
    public string? Tag { get; init; }

    /// <summary>With this correlation id.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Created at this time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Created before this time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>At most so many; 1 to 500, 50 by default.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Where the page before ended.</summary>
    public string? Cursor { get; init; }

    internal bool Matches(WorkflowEntry entry) =>
        (Type is null || entry.Type == Type)
        && (Status is null || entry.Status == Status)
        && (CorrelationId is null || entry.CorrelationId == CorrelationId)
        && (From is null || entry.CreatedAt >= From)
        && (To is null || entry.CreatedAt < To)
        && (Tag is null || HasTag(entry.Tags, Tag));

    private static bool HasTag(IReadOnlyDictionary<string, string> tags, string wanted)
    {
        if (tags.ContainsKey(wanted)) return true;
        var equals = wanted.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && tags.TryGetValue(wanted[..equals], out var value) && value == wanted[(equals + 1)..];
    }
}
