namespace LiveWorkflows;

/// <content>What a program outside says of its work.</content>
public sealed partial class Workflow
{
    /// <summary>Says several things as one: they are stored together or not at all, with the number the reporter gave them.</summary>
    /// <remarks>
    /// After a crash <see cref="WorkflowSummary.LastClientSeq"/> tells how far the reports were taken: it lies in the events themselves, so that
    /// no report is lost between two places, and none is taken twice. Measurements are reported with them.
    /// </remarks>
    /// <param name="clientSeq">The number of the last of these reports; rises from call to call.</param>
    /// <param name="say">Calls this workflow and its steps; nothing of it is stored before it returns.</param>
    public void ReportTogether(long clientSeq, Action say)
    {
        ArgumentNullException.ThrowIfNull(say);
        ArgumentOutOfRangeException.ThrowIfNegative(clientSeq);
        if (IsDetached)
        {
            say();
            return;
        }

        Recorder.Hold(clientSeq);
        try
        {
            say();
        }
        finally
        {
            Recorder.Release();
        }
    }
}
