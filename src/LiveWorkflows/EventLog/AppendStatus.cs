namespace LiveWorkflows.EventLog;

/// <summary>What became of a batch.</summary>
public enum AppendStatus
{
    /// <summary>It is stored.</summary>
    Appended,

    /// <summary>Refused: the workflow's last batch is not the expected one, or the numbers do not follow on, or the workflow has ended.</summary>
    Conflict,

    /// <summary>Refused: a writer with a higher epoch has taken the workflow over.</summary>
    Fenced,

    /// <summary>Refused: the workflow was deleted.</summary>
    Deleted,
}
