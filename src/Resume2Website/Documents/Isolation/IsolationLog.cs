using Microsoft.Extensions.Logging;

namespace Resume2Website.Documents.Isolation;

/// <summary>What the host of the readers logs: ids and codes, nothing of a document.</summary>
internal static partial class IsolationLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The reader did not start")]
    public static partial void NotStarted(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} folders of readers that were killed with their host were removed")]
    public static partial void Swept(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "Reader {ProcessId} ended with a document refused as {Code}")]
    public static partial void Refused(ILogger logger, int processId, string code);
}
