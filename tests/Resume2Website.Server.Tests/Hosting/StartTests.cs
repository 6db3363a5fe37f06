using System.Net;
using System.Net.Sockets;
using Resume2Website.Server.Hosting;

namespace Resume2Website.Server.Tests.Hosting;

[Trait("Speed", "Slow")]
public sealed class StartTests : IDisposable
{
    private readonly TemporaryDirectory _data = new();

    private string Data => $"--Resume2Website:DataDirectory={_data.Path}";

    [Fact]
    public async Task Start_OnATakenPort_IsOneSentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await using var server = await ServerProcess.StartAsync("--urls", $"http://127.0.0.1:{port}", Data);
        (await server.ExitCodeAsync()).Should().Be(1);
        ShouldBeOneSentence(server.Output, port.ToString());
    }

    [Fact]
    public async Task Start_OnADataDirectoryInUse_IsOneSentence()
    {
        await using var first = await ServerProcess.StartAsync("--urls", "http://127.0.0.1:0", Data);
        await using var second = await ServerProcess.StartAsync("--urls", "http://127.0.0.1:0", Data);
        (await second.ExitCodeAsync()).Should().Be(1);
        ShouldBeOneSentence(second.Output, "Resume2Website:DataDirectory");
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    public async Task Start_ForOtherMachinesWithoutAKey_IsRefused(string address)
    {
        await using var server = await ServerProcess.StartAsync("--urls", address, Data);
        (await server.ExitCodeAsync()).Should().Be(1);
        ShouldBeOneSentence(server.Output, "Resume2Website:Access:OperatorKey");
    }

    [Fact]
    public async Task Start_ForOtherMachinesWithAKey_Serves()
    {
        await using var server = await ServerProcess.StartAsync("--urls", "http://0.0.0.0:0", Data, "--Resume2Website:Access:OperatorKey=0123456789abcdef");
        server.Output.Should().Contain("is ready");
    }

    [Fact]
    public async Task Start_GivesEveryExpressionALimit_BeforeAnythingElse()
    {
        AppContext.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", null);

        await ServerHost.RunAsync(["--help"]);

        AppContext.GetData("REGEX_DEFAULT_MATCH_TIMEOUT").Should().Be(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Help_NamesTheKeys()
    {
        await using var server = await ServerProcess.StartAsync("--help");
        (await server.ExitCodeAsync()).Should().Be(0);
        server.Output.Should().Contain("Resume2Website:DataDirectory").And.Contain("Resume2Website:LogDirectory").And.Contain("http://localhost:2000");
    }

    [Theory]
    [InlineData("Resume2Website:MaxUploadBytes", "many")]
    [InlineData("Resume2Website:MaxUploadBytes", "0")]
    [InlineData("Resume2Website:Retention:Originals", "2.00:00:00")]
    [InlineData("Resume2Website:Access:OperatorKey", "short")]
    [InlineData("Resume2Website:Access:AllowedOrigins:0", "example.org")]
    [InlineData("Resume2Website:Access:KnownProxies:0", "proxy.example.org")]
    [InlineData("Resume2Website:Limits:MaxQueuedJobs", "-1")]
    [InlineData("Resume2Website:Limits:UploadsPerClient", "0")]
    [InlineData("Resume2Website:Limits:LlmWindow", "00:00:00")]
    [InlineData("Resume2Website:Limits:ChangesPerClient", "0")]
    [InlineData("Resume2Website:Limits:DesignWindow", "00:00:00")]
    [InlineData("Resume2Website:Alerts:Interval", "0")]
    [InlineData("Resume2Website:Alerts:Rules:0:Name", "")]
    [InlineData("Resume2Website:Alerts:Rules:0:Metric", "Mood")]
    [InlineData("Resume2Website:Alerts:Webhooks:0:Url", "/here")]
    [InlineData("Resume2Website:Telemetry:OtlpEndpoint", "collector")]
    public void Build_WithAWrongSetting_NamesTheKey(string key, string value)
    {
        var build = () => ServerHost.Build([Data, $"--{key}={value}"]);
        build.Should().Throw<StartRefusedException>().Which.Message.Should().Contain(key);
    }

    public void Dispose() => _data.Dispose();

    private static void ShouldBeOneSentence(string output, string naming)
    {
        output.Trim().Split('\n').Should().ContainSingle(output);
        output.Should().Contain(naming).And.NotContain("   at ");
    }
}
