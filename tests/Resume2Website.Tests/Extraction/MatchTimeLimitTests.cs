using Resume2Website.Extraction;

namespace Resume2Website.Tests.Extraction;

public sealed class MatchTimeLimitTests
{
    [Fact]
    public void Set_GivesDotnetTheKindOfValueThatItTakes()
    {
        MatchTimeLimit.Set();

        // Anything but a TimeSpan makes the first expression throw, and those that are compiled ahead have no limit.
        AppContext.GetData("REGEX_DEFAULT_MATCH_TIMEOUT").Should().Be(MatchTimeLimit.Value).And.BeOfType<TimeSpan>();
    }
}
