namespace LiveWorkflows.Import;

/// <summary>What was to be imported is not one whole workflow as an export tells it; nothing of it was stored.</summary>
public sealed class WorkflowImportException : Exception
{
    /// <summary>Creates it.</summary>
    /// <param name="code">What is wrong.</param>
    /// <param name="line">The line, from 1; 0 when it is the whole.</param>
    /// <param name="message">The same for people.</param>
    public WorkflowImportException(string code, int line, string message) : base(line > 0 ? $"Line {line}: {message}" : message) => (Code, Line) = (code, line);

    /// <summary>
    /// What is wrong: <c>too_large</c>, <c>empty</c>, <c>malformed_line</c>, <c>another_workflow</c>, <c>sequence_gap</c>, <c>time_runs_back</c>,
    /// <c>after_the_end</c>, <c>not_ended</c> or <c>workflow_id_taken</c>.
    /// </summary>
    public string Code { get; }

    /// <summary>The line, from 1; 0 when it is the whole.</summary>
    public int Line { get; }
}
