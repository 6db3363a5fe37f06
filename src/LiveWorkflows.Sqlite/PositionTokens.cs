using System.Globalization;
using LiveWorkflows.EventLog;

namespace LiveWorkflows.Sqlite;

/// <summary>Turns rows' numbers into opaque positions and back, so that those of another database are recognised as foreign.</summary>
internal sealed class PositionTokens(string identity)
{
    public LogPosition Write(long number) => new(string.Create(CultureInfo.InvariantCulture, $"{identity}-{number}"));

    /// <summary>The row's number; 0, the start, for whatever is not a position that was reached already.</summary>
    public long Read(LogPosition position, long end)
    {
        var token = position.Token ?? "";
        if (token.Length <= identity.Length || !token.StartsWith(identity, StringComparison.Ordinal) || token[identity.Length] != '-') return 0;
        var isNumber = long.TryParse(token.AsSpan(identity.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return isNumber && number <= end ? number : 0;
    }
}
