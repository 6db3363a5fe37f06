using System.Text;
using System.Text.Json;

namespace Resume2Website.Server.Tests.Publishing;

/// <summary>A visitor with a finished job, and what they do with its site.</summary>
internal sealed class Owner(HttpClient client, JsonElement job) : IDisposable
{
    private static int _count;

    public HttpClient Client { get; } = client;

    public string JobId { get; } = job.Text("job_id");

    public string Url { get; } = job.Text("status_url");

    /// <summary>A slug that no other test has.</summary>
    public static string NewSlug(string name = "marisol") => $"{name}-{Interlocked.Increment(ref _count)}";

    public static Task<Owner> ArriveAsync(RunningServer server, byte[]? content = null) => ArriveAsync(server.NewVisitor(), content);

    public static async Task<Owner> ArriveAsync(HttpClient visitor, byte[]? content = null)
    {
        var job = await visitor.SubmitAsync(content);
        (await visitor.FollowAsync(job.Text("stream_url"))).Should().Contain(frame => frame.EventType == "workflow_complete");
        return new Owner(visitor, job);
    }

    public Task<HttpResponseMessage> GetAsync(string part) => Client.GetAsync($"{Url}/{part}");

    public async Task<string> TagAsync(string part)
    {
        using var response = await GetAsync(part);
        return response.Headers.ETag!.Tag;
    }

    /// <summary>Sends a change made to a version; to the one that is there when none is given.</summary>
    public async Task<HttpResponseMessage> PutAsync(string part, string json, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Url}/{part}") { Content = Json(json) };
        request.Headers.TryAddWithoutValidation("If-Match", tag ?? await TagAsync(part == "resume" ? "resume.json" : part));
        return await Client.SendAsync(request);
    }

    public async Task DesignAsync(string json)
    {
        using var response = await PutAsync("design", json);
        ((int)response.StatusCode).Should().Be(200, await response.Content.ReadAsStringAsync());
    }

    public Task<HttpResponseMessage> PostAsync(string part, string json = "{}") => Client.PostAsync($"{Url}/{part}", Json(json));

    public async Task<JsonElement> PublishAsync(string? slug = null)
    {
        using var response = await PostAsync("publish", slug is null ? "{}" : $$"""{"slug":"{{slug}}"}""");
        ((int)response.StatusCode).Should().Be(200, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }

    public Task<string> PreviewAsync(string path = "") => Client.GetStringAsync($"{Url}/site/{path}");

    public void Dispose() => Client.Dispose();

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    /// <summary>Expects a refusal with a status and a code, and gives its sentence.</summary>
    public static async Task<string> RefusedAsync(HttpResponseMessage response, int status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).Should().Be(status, text);
        var problem = JsonDocument.Parse(text).RootElement;
        problem.Text("code").Should().Be(code);
        return problem.Text("detail");
    }
}
