namespace LiveWorkflows.Records;

/// <summary>A small value as the store holds it.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
/// <param name="Version">The version, to be expected by the next write.</param>
public sealed record StoredRecord(string Key, ReadOnlyMemory<byte> Value, long Version);
