using System.Net;
using System.Text.Json;

namespace Resume2Website.Server.Tests.Uploads;

/// <summary>On a server of its own: a hundred uploads at once take all the places that others would find.</summary>
public class IdempotencyTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Upload_RepeatedInParallel_IsOneJob()
    {
        using var visitor = server.NewVisitor();
        await visitor.SubmitAsync();
        var key = Guid.NewGuid().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => SendWhenThereIsRoomAsync(visitor, key)));

        answers.Select(answer => answer.Text("job_id")).Distinct().Should().ContainSingle();
        answers.Select(answer => answer.Text("ticket")).Distinct().Should().ContainSingle();
        (await (await visitor.GetAsync("/api/v1/cv")).JsonAsync()).GetProperty("jobs").GetArrayLength().Should().Be(2);
    }

    [Fact]
    public async Task Upload_RepeatedInParallelByAProgramWithoutCookies_IsOneJob()
    {
        using var program = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server.Address };
        var key = Guid.NewGuid().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => SendWhenThereIsRoomAsync(program, key)));
        answers.Select(answer => answer.Text("job_id")).Distinct().Should().ContainSingle();
        using var other = await SendAsync(program, key, [.. SampleCv.Bytes, (byte)'\n']);
        (await other.JsonAsync()).Text("job_id").Should().NotBe(answers[0].Text("job_id"), "a guessed key opens nobody's job");
    }

    [Fact]
    public async Task Upload_OfAnotherFileUnderTheSameKey_IsRefused()
    {
        using var visitor = server.NewVisitor();
        await visitor.SubmitAsync();
        (await SendAsync(visitor, "key-1", SampleCv.Bytes)).StatusCode.Should().Be(HttpStatusCode.Accepted);
        using var second = await SendAsync(visitor, "key-1", [.. SampleCv.Bytes, (byte)'\n', (byte)'!']);
        ((int)second.StatusCode).Should().Be(422);
        (await second.JsonAsync()).Text("code").Should().Be("idempotency_key_reused");
    }

    [Fact]
    public async Task Upload_UnderTheKeyOfAnotherVisitor_IsAJobOfItsOwn()
    {
        using var one = server.NewVisitor();
        using var other = server.NewVisitor();
        await one.SubmitAsync();
        await other.SubmitAsync();
        var first = await (await SendAsync(one, "shared", SampleCv.Bytes)).JsonAsync();
        var second = await (await SendAsync(other, "shared", SampleCv.Bytes)).JsonAsync();
        second.Text("job_id").Should().NotBe(first.Text("job_id"));
    }

    [Fact]
    public async Task Upload_RepeatedAfterDeletion_IsANewJob()
    {
        using var visitor = server.NewVisitor();
        await visitor.SubmitAsync();
        var first = await (await SendAsync(visitor, "again", SampleCv.Bytes)).JsonAsync();
        (await visitor.DeleteAsync(first.Text("status_url"))).StatusCode.Should().Be(HttpStatusCode.NoContent);
        var second = await (await SendAsync(visitor, "again", SampleCv.Bytes)).JsonAsync();
        second.Text("job_id").Should().NotBe(first.Text("job_id"));
    }

    // A repeat may be refused while many arrive at once, and says so; repeating it once more is what a client does.
    private static async Task<JsonElement> SendWhenThereIsRoomAsync(HttpClient client, string key)
    {
        while (true)
        {
            using var response = await SendAsync(client, key, SampleCv.Bytes);
            if (response.StatusCode == HttpStatusCode.Accepted) return await response.JsonAsync();
            response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string key, byte[] content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cv") { Content = Visiting.Form(content) };
        request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }
}
