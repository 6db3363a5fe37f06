using System.Text.Json;
using Resume2Website.Tests.Extraction.Llm;

namespace Resume2Website.Server.Tests.Uploads;

/// <summary>Nothing of a CV goes to a language model unless its owner says so.</summary>
public sealed class LlmConsentTests : IAsyncLifetime
{
    private FakeModel _model = null!;
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _model = await FakeModel.StartAsync(Answer);
        _server = new RunningServer { Settings = ["--Resume2Website:Llm:Endpoint", _model.Endpoint, "--Resume2Website:Llm:Model", "fake-1", "--Resume2Website:Llm:ApiKey", "sk-very-secret"] };
        await _server.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _model.DisposeAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("false")]
    [InlineData("")]
    public async Task Upload_WithoutConsent_TheModelReceivesNothing(string? llm)
    {
        using var visitor = _server.NewVisitor();

        var resume = await ReadAsync(visitor, await UploadAsync(visitor, llm));

        _model.Requests.Should().BeEmpty();
        resume.GetProperty("meta").Text("engine").Should().NotContain("llm").And.NotContain("fake-1");
    }

    [Fact]
    public async Task Upload_WithConsent_TheModelReadsAndTheWorkflowSaysSo()
    {
        using var visitor = _server.NewVisitor();
        var job = await UploadAsync(visitor, "true");

        var frames = await visitor.FollowAsync(job.Text("stream_url"));
        var resume = await ReadAsync(visitor, job);

        _model.Requests.Should().ContainSingle().Which.User.Should().Contain(SampleCv.Name);
        var engine = $"llm-1 (fake-1 at {_model.Host}, local)";
        resume.GetProperty("meta").Text("engine").Should().Be(engine);
        frames.Should().Contain(frame => frame.EventType == "confidence" && frame.Data.GetRawText().Contains(engine, StringComparison.Ordinal));
        var events = string.Join('\n', frames.Select(frame => frame.Data.GetRawText()));
        foreach (var secret in new[] { SampleCv.Name, SampleCv.Mail, "Halvorsen", "sk-very-secret" })
        {
            events.Should().NotContain(secret);
            _server.Logs.Text.Should().NotContain(secret);
        }
    }

    [Fact]
    public async Task Upload_KeyRefused_TheCvIsReadHereAndItsOwnerTold()
    {
        _model.ThenRefuses(401);
        using var visitor = _server.NewVisitor();
        var job = await UploadAsync(visitor, "true");

        var frames = await visitor.FollowAsync(job.Text("stream_url"));

        frames.Should().Contain(frame => frame.EventType == "workflow_complete");
        frames.Single(frame => frame.EventType == "warning").Data.Text("code").Should().Be("llm_key_refused");
        using var ready = await visitor.GetAsync("/health/ready");
        ((int)ready.StatusCode, (await ready.JsonAsync()).GetProperty("checks").Text("llm")).Should().Be((200, "unavailable"));
    }

    [Fact]
    public async Task Upload_ConsentInOtherWords_IsRefused()
    {
        using var visitor = _server.NewVisitor();

        using var response = await visitor.PostAsync("/api/v1/cv", Form("yes, please"));

        ((int)response.StatusCode, (await response.JsonAsync()).Text("code")).Should().Be((400, "llm_consent_invalid"));
        _model.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Limits_WithAModel_NameItsHost()
    {
        using var visitor = _server.NewVisitor();

        var llm = (await (await visitor.GetAsync("/api/v1/limits")).JsonAsync()).GetProperty("llm");

        (llm.Text("host"), llm.Text("model"), llm.Text("engine"), llm.GetProperty("is_local").GetBoolean()).Should().Be((_model.Host, "fake-1", $"llm-1 (fake-1 at {_model.Host}, local)", true));
        llm.GetRawText().Should().NotContain("sk-very-secret");
        using var ready = await visitor.GetAsync("/health/ready");
        (await ready.JsonAsync()).GetProperty("checks").Text("llm").Should().Be("ok");
    }

    [Fact]
    public async Task Upload_ConsentWithoutAModel_IsRefusedAndNobodyIsAsked()
    {
        await using var server = new RunningServer();
        await server.InitializeAsync();
        using var visitor = server.NewVisitor();

        using var response = await visitor.PostAsync("/api/v1/cv", Form("true"));

        ((int)response.StatusCode, (await response.JsonAsync()).Text("code")).Should().Be((400, "llm_not_configured"));
        (await (await visitor.GetAsync("/api/v1/limits")).JsonAsync()).TryGetProperty("llm", out _).Should().BeFalse();
    }

    private static object Answer(ModelRequest request) => request.Wanted.ToDictionary(section => section, section => section switch
    {
        "basics" => new object[] { new { name = request.Span(SampleCv.Name), label = request.Span("Software Engineer"), summary = Array.Empty<int>() } },
        "work" => [new { title = request.Span("Senior Engineer"), organization = request.Span("Halvorsen Logistics"), location = (object?)null, dates = request.Span("March 2019 - Present"), summary = Array.Empty<int>(), highlights = Array.Empty<int>() }],
        _ => [],
    });

    [Fact]
    public async Task Upload_ConsentThatDoesNotSayToWhat_IsRefusedAndSaysWhatToSend()
    {
        using var visitor = _server.NewVisitor();

        using var response = await visitor.PostAsync("/api/v1/cv", Form("true", engine: null));

        var problem = await response.JsonAsync();
        ((int)response.StatusCode, problem.Text("code")).Should().Be((400, "llm_engine_missing"));
        problem.GetProperty("recovery_suggestions")[0].Text("text").Should().Contain("llm_engine").And.Contain("/api/v1/limits");
        _model.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Upload_ConsentToWhatWasSetBefore_IsRefusedAndNothingTaken()
    {
        using var visitor = _server.NewVisitor();
        foreach (var shown in new[] { $"llm-1 (fake-0 at {_model.Host}, local)", "llm-1 (fake-1 at elsewhere.example.org)" })
        {
            using var response = await visitor.PostAsync("/api/v1/cv", Form("true", shown));

            ((int)response.StatusCode, (await response.JsonAsync()).Text("code")).Should().Be((409, "llm_engine_changed"));
        }

        (await (await visitor.GetAsync("/api/v1/cv")).JsonAsync()).GetProperty("jobs").GetArrayLength().Should().Be(0);
        _model.Requests.Should().BeEmpty();
    }

    private MultipartFormDataContent Form(string? llm) => Form(llm, $"llm-1 (fake-1 at {_model.Host}, local)");

    private static MultipartFormDataContent Form(string? llm, string? engine)
    {
        var form = Visiting.Form(SampleCv.Bytes);
        if (llm is not null) form.Add(new StringContent(llm), "llm");
        if (engine is not null) form.Add(new StringContent(engine), "llm_engine");
        return form;
    }

    private async Task<JsonElement> UploadAsync(HttpClient visitor, string? llm)
    {
        using var response = await visitor.PostAsync("/api/v1/cv", Form(llm));
        ((int)response.StatusCode).Should().Be(202, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }

    private static async Task<JsonElement> ReadAsync(HttpClient visitor, JsonElement job)
    {
        await visitor.FollowAsync(job.Text("stream_url"));
        return (await (await visitor.GetAsync(job.Text("status_url"))).JsonAsync()).GetProperty("resume");
    }
}
