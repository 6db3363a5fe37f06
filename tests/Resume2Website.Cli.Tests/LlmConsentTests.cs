using System.Text.Json;
using Resume2Website.Tests.Extraction.Llm;

namespace Resume2Website.Cli.Tests;

/// <summary>Nothing of a CV goes to a language model unless whoever types says <c>--llm</c>.</summary>
[Trait("Speed", "Slow")]
public sealed class LlmConsentTests : IDisposable
{
    private readonly Workspace _workspace = new();

    [Fact]
    public async Task Extract_WithoutTheOption_TheModelReceivesNothing()
    {
        await using var model = await FakeModel.StartAsync(Answer);

        var run = await CliRun.WithAsync(Settings(model), "extract", _workspace.Cv);

        run.ExitCode.Should().Be(0, run.Errors);
        EngineOf(run).Should().NotContain("llm");
        model.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Extract_WithTheOption_TheModelReadsAndItIsSaidWhere()
    {
        await using var model = await FakeModel.StartAsync(Answer);

        var run = await CliRun.WithAsync(Settings(model), "extract", _workspace.Cv, "--llm");

        run.ExitCode.Should().Be(0, run.Errors);
        EngineOf(run).Should().Be($"llm-1 (fake-1 at {model.Host}, local)");
        run.Errors.Should().Contain($"goes to the language model fake-1 at {model.Host}, on this machine");
        model.Requests.Should().ContainSingle().Which.User.Should().Contain("Ada Exemplar");
    }

    [Fact]
    public async Task Extract_OptionWithoutAModel_IsWrongUsageAndNamesTheSetting()
    {
        var run = await CliRun.OfAsync("extract", _workspace.Cv, "--llm");

        run.ExitCode.Should().Be(2);
        run.Errors.Should().Contain("Resume2Website__Llm__Endpoint");
    }

    public void Dispose() => _workspace.Dispose();

    private static Dictionary<string, string> Settings(FakeModel model) => new()
    {
        ["Resume2Website__Llm__Endpoint"] = model.Endpoint, ["Resume2Website__Llm__Model"] = "fake-1",
    };

    private static object Answer(ModelRequest request) => request.Wanted.ToDictionary(section => section, section =>
        section == "basics" ? new object[] { new { name = request.Span("Ada Exemplar"), label = (object?)null, summary = Array.Empty<int>() } } : []);

    private static string EngineOf(CliRun run) => JsonDocument.Parse(run.Output).RootElement.GetProperty("meta").GetProperty("engine").GetString()!;
}
