using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Resume2Website.Server.Tests;

/// <summary>What a visitor's program does, in one word each.</summary>
internal static class Visiting
{
    public static MultipartFormDataContent Form(byte[] content, string fileName = SampleCv.FileName)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return new MultipartFormDataContent { { file, "file", fileName } };
    }

    public static Task<HttpResponseMessage> UploadAsync(this HttpClient client, byte[]? content = null, string fileName = SampleCv.FileName) =>
        client.PostAsync("/api/v1/cv", Form(content ?? SampleCv.Bytes, fileName));

    /// <summary>Uploads a CV that is taken; gives the answer.</summary>
    public static async Task<JsonElement> SubmitAsync(this HttpClient client, byte[]? content = null, string fileName = SampleCv.FileName)
    {
        using var response = await client.UploadAsync(content, fileName);
        ((int)response.StatusCode).Should().Be(202, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>();

    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString()!;

    /// <summary>Reads a stream to its end, or until <paramref name="until"/> is seen.</summary>
    public static async Task<List<SseItem<JsonElement>>> FollowAsync(
        this HttpClient client, string url, long? lastEventId = null, Func<SseItem<JsonElement>, bool>? until = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (lastEventId is { } id) request.Headers.Add("Last-Event-ID", id.ToString());
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        var seen = new List<SseItem<JsonElement>>();
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (var item in SseParser.Create(stream, (_, data) => JsonSerializer.Deserialize<JsonElement>(data)).EnumerateAsync(cancellationToken))
        {
            seen.Add(item);
            if (until?.Invoke(item) == true) break;
        }

        return seen;
    }

    /// <summary>The sequence numbers of the events among the frames.</summary>
    public static List<long> Sequences(this IEnumerable<SseItem<JsonElement>> frames) =>
        [.. frames.Where(frame => frame.Data.TryGetProperty("seq", out _)).Select(frame => frame.Data.GetProperty("seq").GetInt64())];
}
