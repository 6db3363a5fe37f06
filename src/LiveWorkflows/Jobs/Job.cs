namespace LiveWorkflows.Jobs;

/// <summary>A piece of work for a worker.</summary>
/// <param name="Id">The job's id; also the id of its first workflow.</param>
/// <param name="Type">The type of workflow, which names the handler that runs it.</param>
/// <param name="Payload">What the handler needs to begin, as small JSON in UTF-8. No personal data: it may outlive the job in backups.</param>
public sealed record Job(string Id, string Type, ReadOnlyMemory<byte> Payload = default);
