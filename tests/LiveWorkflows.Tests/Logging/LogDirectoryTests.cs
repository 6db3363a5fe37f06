using LiveWorkflows.Logging;

namespace LiveWorkflows.Tests.Logging;

public sealed class LogDirectoryTests
{
    [Theory]
    [InlineData(true, "/state", "/home/ada", "/var/log/shop")]
    [InlineData(false, "/state", "/home/ada", "/state/shop/log")]
    [InlineData(false, "not/absolute", "/home/ada", "/home/ada/.local/state/shop/log")]
    [InlineData(false, null, "/home/ada", "/home/ada/.local/state/shop/log")]
    [InlineData(false, null, "", null)]
    public void OnUnix_ByWhatCanBeWritten_IsTheSystemsPlaceElseTheUsers(bool canWriteSystem, string? stateHome, string home, string? expected) =>
        LogDirectory.OnUnix("shop", stateHome, home, directory => canWriteSystem && directory == "/var/log/shop").Should().Be(expected);

    [Theory]
    [InlineData("Shop.Server", "shop.server")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("Ada's Shop", "ada-s-shop")]
    [InlineData("", "workflows")]
    [InlineData("..", "workflows")]
    public void NameOf_AnyApplication_IsASafeFileName(string application, string expected) => LogDirectory.NameOf(application).Should().Be(expected);
}
