namespace LiveWorkflows.Errors;

/// <summary>A program's own mappings on their way into the catalogue.</summary>
internal sealed record ErrorMappings(Action<ErrorCatalogue> AddTo);
