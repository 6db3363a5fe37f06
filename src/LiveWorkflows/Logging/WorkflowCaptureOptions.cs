using Microsoft.Extensions.Logging;

namespace LiveWorkflows.Logging;

/// <summary>What of the log calls made inside a workflow becomes its <c>log</c> events.</summary>
/// <remarks>The rules of <c>Logging:WorkflowCapture:LogLevel</c> in the configuration, and <c>AddFilter</c>, hold as for every other logger.</remarks>
public sealed class WorkflowCaptureOptions
{
    /// <summary>The least level that is captured; information by default.</summary>
    public LogLevel MinimumLevel { get; set; } = LogLevel.Information;

    /// <summary>The most characters of a message; what is longer is cut. 2,048 by default.</summary>
    public int MaxMessageLength { get; set; } = 2048;

    /// <summary>The most named values that go with a message; further ones are left out. 16 by default.</summary>
    public int MaxFields { get; set; } = 16;

    /// <summary>The most characters of a value; what is longer is cut. 256 by default.</summary>
    public int MaxValueLength { get; set; } = 256;
}
