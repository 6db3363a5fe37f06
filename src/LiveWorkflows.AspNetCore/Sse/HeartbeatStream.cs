using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace LiveWorkflows.AspNetCore.Sse;

/// <summary>Says at once and then again and again that the server is there, and how many streams it has open.</summary>
internal sealed class HeartbeatStream(SseEnvironment environment, OpenStreams streams) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var connection = new SseConnection(httpContext, environment);
        using var timer = new PeriodicTimer(environment.Options.HeartbeatInterval, environment.Time);
        if (!await connection.StartAsync().ConfigureAwait(false)) return;
        do
        {
            var now = environment.Time.GetUtcNow().UtcDateTime;
            connection.Write(Encoding.ASCII.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"data: {{\"timestamp\": \"{now:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}\", \"connections\": {streams.Count}}}\n\n")));
            if (!await connection.FlushAsync().ConfigureAwait(false)) return;
        }
        while (await connection.WaitAsync(timer.WaitForNextTickAsync().AsTask()).ConfigureAwait(false));
    }
}
