using System.Text.Json;
using LiveWorkflows.Records;
using Resume2Website.Extraction.Llm;
using Resume2Website.Extraction.Rules;
using Resume2Website.Tests.Extraction;
using Resume2Website.Tests.Extraction.Llm;

namespace Resume2Website.Tests.Stages;

/// <summary>A CV goes to the language model that its owner agreed to, and to no other.</summary>
public sealed class LlmConsentTests : IAsyncLifetime
{
    private FakeModel _model = null!;
    private LlmEngine _engine = null!;

    public async ValueTask InitializeAsync()
    {
        _model = await FakeModel.StartAsync(request => request.Wanted.ToDictionary(section => section, _ => Array.Empty<object>()));
        var options = new LlmOptions { Endpoint = _model.Endpoint, Model = "fake-1" };
        _engine = new LlmEngine(options, new RuleExtractor(), new InMemoryRecordStore(), TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        _engine.Dispose();
        await _model.DisposeAsync();
    }

    [Fact]
    public async Task Run_AgreedToTheModelThatIsSet_AsksIt()
    {
        var world = new PipelineWorld { Llm = _engine, Document = Sheet.Text(ReadingWorld.Cv) };
        await world.UploadAsync(agreed: new LlmIdentity(_model.Host, "fake-1"));

        await world.RunAsync();

        _model.Requests.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData(null, "another-model")]
    [InlineData("elsewhere.example.org", "fake-1")]
    public async Task Run_AgreedToAnotherModelOrHost_AsksNobodyAndSaysSo(string? host, string model)
    {
        var world = new PipelineWorld { Llm = _engine, Document = Sheet.Text(ReadingWorld.Cv) };
        await world.UploadAsync(agreed: new LlmIdentity(host ?? _model.Host, model));

        var result = await world.RunAsync();

        _model.Requests.Should().BeEmpty();
        result.Warnings.Should().Contain(LlmRemarks.NotAsked);
    }

    [Fact]
    public async Task Job_KeptBeforeModelsWereNamed_IsReadWithoutOne()
    {
        var world = new PipelineWorld { Llm = _engine, Document = Sheet.Text(ReadingWorld.Cv) };
        await world.UploadAsync();
        var record = (await world.Records.GetAsync("cv/" + PipelineWorld.JobId, TestContext.Current.CancellationToken))!;
        var old = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(record.Value.Span)!;
        old["llm_consent"] = JsonSerializer.SerializeToElement(_model.Host);
        await world.Records.PutAsync(record.Key, JsonSerializer.SerializeToUtf8Bytes(old), null, TestContext.Current.CancellationToken);

        await world.RunAsync();

        _model.Requests.Should().BeEmpty();
    }
}
