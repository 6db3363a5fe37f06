using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Resume2Website.Tests.Extraction.Llm;

/// <summary>A language model's endpoint on loopback that speaks the real wire format, and does what a test tells it to.</summary>
public sealed class FakeModel : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, ModelRequest, Task>> _script = new();
    private readonly ConcurrentQueue<ModelRequest> _requests = new();

    private FakeModel(WebApplication app, Func<ModelRequest, object> answer)
    {
        (_app, Answer) = (app, answer);
        app.MapPost("/v1/chat/completions", ServeAsync);
    }

    /// <summary>What it answers when the script is at its end.</summary>
    public Func<ModelRequest, object> Answer { get; set; }

    public IReadOnlyList<ModelRequest> Requests => [.. _requests];

    public string Endpoint => $"{_app.Urls.Single()}/v1";

    public string Host => new Uri(Endpoint).Authority;

    public static async Task<FakeModel> StartAsync(Func<ModelRequest, object> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var model = new FakeModel(builder.Build(), answer);
        await model._app.StartAsync();
        return model;
    }

    /// <summary>The next request is answered so.</summary>
    public FakeModel Then(Func<HttpContext, ModelRequest, Task> act)
    {
        _script.Enqueue(act);
        return this;
    }

    /// <summary>The next request is answered with this text.</summary>
    public FakeModel ThenSays(Func<ModelRequest, string> content, string finish = "stop") => Then((context, request) => SayAsync(context, content(request), finish));

    /// <summary>The next request is refused.</summary>
    public FakeModel ThenRefuses(int status, string? retryAfter = null, string message = "refused") => Then((context, _) =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return context.Response.WriteAsJsonAsync(new { error = new { message, type = "error", code = (string?)null } });
    });

    public static string Json(object answer) => JsonSerializer.Serialize(answer);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var request = new ModelRequest(body.RootElement.Clone(), context.Request.Headers.Authorization);
        _requests.Enqueue(request);
        if (_script.TryDequeue(out var act)) await act(context, request);
        else await SayAsync(context, Json(Answer(request)), "stop");
    }

    private static Task SayAsync(HttpContext context, string content, string finish) => context.Response.WriteAsJsonAsync(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion",
        created = 1_790_000_000,
        model = "fake-1",
        choices = new[] { new { index = 0, message = new { role = "assistant", content }, finish_reason = finish } },
        usage = new { prompt_tokens = 900, completion_tokens = 100, total_tokens = 1000 },
    });
}
