namespace LiveWorkflows.Errors;

/// <summary>Something that can be done about an error.</summary>
/// <param name="Action">A stable code of the action, such as <c>retry</c> or <c>upload_another_file</c>.</param>
/// <param name="Text">One sentence for people.</param>
/// <param name="Automatic">Whether the program does it by itself.</param>
public sealed record RecoverySuggestion(string Action, string Text, bool Automatic = false);
