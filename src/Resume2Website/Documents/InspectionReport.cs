using System.Text.Json.Serialization;

namespace Resume2Website.Documents;

/// <summary>What the reader found in a document's structure. Screening judges it.</summary>
public sealed record InspectionReport
{
    /// <summary>The format it was opened as.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required DocumentFormat Format { get; init; }

    /// <summary>How many pages it has; 1 for formats without pages, 0 where it cannot be told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int Pages { get; init; }

    /// <summary>Whether it needs a password that was not given (an owner password alone does not count; a wrong one is refused as <c>password_wrong</c>).</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>What in it would act by itself: codes such as <c>javascript</c>, <c>launch</c>, <c>macro</c>, <c>embedded_program</c>, <c>remote_template</c>, <c>ole</c>, <c>dde</c>.</summary>
    public IReadOnlyList<string> ActiveContent { get; init; } = [];

    /// <summary>Whether the EICAR test string stands in one of its streams or parts.</summary>
    public bool HasTestVirus { get; init; }

    /// <summary>Bytes of all parts after inflation.</summary>
    public long InflatedBytes { get; init; }
}
