using System.Net;
using Resume2Website.Server.Access;
using Resume2Website.Tests.Extraction.Llm;

namespace Resume2Website.Server.Tests.Access;

/// <summary>How often one client, and all together, may upload and have a language model read; and who a client is.</summary>
public sealed class ClientLimitsTests
{
    private const string Elsewhere = "203.0.113.7";

    [Fact]
    public async Task Upload_MoreOftenThanAClientMay_IsRefusedAndSaysWhen()
    {
        await using var server = await StartAsync("UploadsPerClient", "2");
        using var visitor = VisitorFrom(server, Elsewhere);
        await visitor.SubmitAsync();
        await visitor.SubmitAsync();

        using var response = await visitor.UploadAsync();

        var problem = await response.JsonAsync();
        ((int)response.StatusCode, problem.Text("code"), problem.Text("category")).Should().Be((429, "upload_limit_reached", "rate_limit"));
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        response.Headers.RetryAfter!.Delta.Should().BePositive().And.BeLessThanOrEqualTo(TimeSpan.FromMinutes(10));
        (await (await visitor.GetAsync("/api/v1/cv")).JsonAsync()).GetProperty("jobs").GetArrayLength().Should().Be(2);
        var rate = (await (await visitor.GetAsync("/api/v1/limits")).JsonAsync()).GetProperty("upload_rate");
        (rate.GetProperty("limit").GetInt32(), rate.GetProperty("window_ms").GetInt32()).Should().Be((2, 600_000));
    }

    [Fact]
    public async Task Upload_OfAnotherSession_CountsForTheSameAddress()
    {
        await using var server = await StartAsync("UploadsPerClient", "1");
        using var first = VisitorFrom(server, Elsewhere);
        using var second = VisitorFrom(server, Elsewhere);
        await first.SubmitAsync();

        (await second.UploadAsync()).StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Upload_SaysThatItIsForwarded_IsOfItsProxyUnlessThatIsKnown()
    {
        await using var server = await StartAsync("UploadsPerClient", "1");
        using var first = VisitorFrom(server, Elsewhere);
        using var second = VisitorFrom(server, "203.0.113.8");
        await first.SubmitAsync();

        (await second.UploadAsync()).StatusCode.Should().Be(HttpStatusCode.TooManyRequests, "anybody can write such a header");
    }

    [Fact]
    public async Task Upload_ByAKnownProxy_IsOfTheClientThatItNames()
    {
        await using var server = await StartAsync("UploadsPerClient", "1", "--Resume2Website:Access:KnownProxies:0", "127.0.0.0/8");
        using var first = VisitorFrom(server, Elsewhere);
        using var second = VisitorFrom(server, "203.0.113.8");
        using var liar = VisitorFrom(server, $"203.0.113.9, {Elsewhere}");
        await first.SubmitAsync();
        await second.SubmitAsync();

        (await first.UploadAsync()).StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        (await liar.UploadAsync()).StatusCode.Should().Be(HttpStatusCode.TooManyRequests, "what the client itself wrote stands before what the proxy saw");
    }

    [Fact]
    public async Task Upload_ByAKnownProxyForThisMachine_IsCountedAndNoOperators()
    {
        await using var server = await StartAsync("UploadsPerClient", "1", "--Resume2Website:Access:KnownProxies:0", "127.0.0.1");
        using var visitor = VisitorFrom(server, "127.0.0.1");
        await visitor.SubmitAsync();

        (await visitor.UploadAsync()).StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        (await visitor.GetAsync("/api/v1/workflows")).StatusCode.Should().NotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Upload_MoreOftenThanAllMay_IsRefused()
    {
        await using var server = await StartAsync("UploadsOfAll", "2", "--Resume2Website:Access:KnownProxies:0", "127.0.0.1");
        for (var i = 0; i < 2; i++)
        {
            using var visitor = VisitorFrom(server, $"203.0.113.{i}");
            await visitor.SubmitAsync();
        }

        using var last = VisitorFrom(server, "203.0.113.99");
        (await last.UploadAsync()).StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Upload_AtTheMachineItself_IsNotCounted()
    {
        await using var server = await StartAsync("UploadsPerClient", "1");
        using var visitor = server.NewVisitor();
        await visitor.SubmitAsync();
        await visitor.SubmitAsync();

        (await (await visitor.GetAsync("/api/v1/limits")).JsonAsync()).TryGetProperty("upload_rate", out _).Should().BeFalse();
    }

    [Fact]
    public async Task Retry_CountsLikeAnUpload()
    {
        await using var server = await StartAsync("UploadsPerClient", "1");
        using var visitor = VisitorFrom(server, Elsewhere);
        var job = await visitor.SubmitAsync("An invoice for 12 apples. Total 3 pounds."u8.ToArray(), "invoice.txt");
        await visitor.FollowAsync(job.Text("stream_url"));

        using var response = await visitor.PostAsync($"{job.Text("status_url")}/retry", null);

        response.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task LanguageModel_MoreOftenThanAClientMay_IsRefusedAndTheCvIsWelcomeWithoutIt()
    {
        await using var model = await FakeModel.StartAsync(_ => new { });
        await using var server = await StartAsync("LlmCvsPerClient", "1", Llm(model));
        using var visitor = VisitorFrom(server, Elsewhere);
        (await visitor.PostAsync("/api/v1/cv", Consenting(model))).StatusCode.Should().Be(HttpStatusCode.Accepted);

        using var response = await visitor.PostAsync("/api/v1/cv", Consenting(model));

        ((int)response.StatusCode, (await response.JsonAsync()).Text("code")).Should().Be((429, "llm_limit_reached"));
        response.Headers.RetryAfter!.Delta.Should().BePositive();
        (await visitor.UploadAsync()).StatusCode.Should().Be(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task LanguageModel_AskedAsOftenAsAllMay_TheAcceptedCvIsReadHereAndTheNextRefused()
    {
        await using var model = await FakeModel.StartAsync(_ => new { });
        model.ThenSays(_ => "no JSON").ThenSays(_ => "no JSON");
        await using var server = await StartAsync("LlmCallsOfAll", "2", Llm(model));
        using var visitor = server.NewVisitor();
        using var accepted = await visitor.PostAsync("/api/v1/cv", Consenting(model));
        var job = await accepted.JsonAsync();

        var frames = await visitor.FollowAsync(job.Text("stream_url"));
        using var refused = await visitor.PostAsync("/api/v1/cv", Consenting(model));

        frames.Should().Contain(frame => frame.EventType == "workflow_complete");
        frames.Where(frame => frame.EventType == "warning").Select(frame => frame.Data.Text("code")).Should().Contain("llm_limit_reached");
        model.Requests.Should().HaveCount(2);
        ((int)refused.StatusCode, (await refused.JsonAsync()).Text("code")).Should().Be((429, "llm_limit_reached"));
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:2:ffff::", "2001:db8:1:2::")]
    [InlineData("::1", "::1")]
    public void ClientAddress_IsTheAddressOrTheNetworkThatOneClientHas(string address, string client) =>
        ClientAddress.Of(IPAddress.Parse(address)).Should().Be(client);

    private static async Task<RunningServer> StartAsync(string limit, string value, params string[] more)
    {
        var server = new RunningServer { Settings = [$"--Resume2Website:Limits:{limit}", value, .. more] };
        await server.InitializeAsync();
        return server;
    }

    /// <summary>A visitor whose request says that it was forwarded, and so is none of this machine.</summary>
    private static HttpClient VisitorFrom(RunningServer server, string address)
    {
        var visitor = server.NewVisitor();
        visitor.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return visitor;
    }

    private static string[] Llm(FakeModel model) => ["--Resume2Website:Llm:Endpoint", model.Endpoint, "--Resume2Website:Llm:Model", "fake-1"];

    private static MultipartFormDataContent Consenting(FakeModel model)
    {
        var form = Visiting.Form(SampleCv.Bytes);
        form.Add(new StringContent("true"), "llm");
        form.Add(new StringContent($"llm-1 (fake-1 at {model.Host}, local)"), "llm_engine");
        return form;
    }
}
