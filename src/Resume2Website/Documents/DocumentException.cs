using LiveWorkflows.Errors;

namespace Resume2Website.Documents;

/// <summary>A document that cannot be used, with the code that says why (see <see cref="DocumentErrors"/>).</summary>
public sealed class DocumentException(string code, Exception? innerException = null)
    : Exception(DocumentErrors.Describe(code).Message, innerException)
{
    /// <summary>The stable code.</summary>
    public string Code { get; } = code;

    /// <summary>The error with its sentence and advice.</summary>
    public WorkflowError Error => DocumentErrors.Describe(Code);
}
