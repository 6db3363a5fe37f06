using System.Net;
using System.Net.ServerSentEvents;
using System.Text;

namespace LiveWorkflows.AspNetCore.Tests.Sse;

/// <summary>A client of an event stream.</summary>
internal sealed class SseReader : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly Stream _body;
    private readonly MemoryStream _seen = new();

    private SseReader(HttpResponseMessage response, Stream body) => (_response, _body) = (response, body);

    public HttpResponseMessage Response => _response;

    /// <summary>Every byte so far, as text.</summary>
    public string Transcript => Encoding.UTF8.GetString(_seen.ToArray());

    public static async Task<SseReader> OpenAsync(HttpClient client, string path, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is not null) request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (response.StatusCode != HttpStatusCode.OK) throw new HttpRequestException(await response.Content.ReadAsStringAsync(), null, response.StatusCode);
        return new SseReader(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>All frames up to the end of the stream.</summary>
    public async Task<List<Frame>> ReadToEndAsync() => await TakeAsync(int.MaxValue);

    /// <summary>The next frames, fewer when the stream ends before.</summary>
    public async Task<List<Frame>> TakeAsync(int count, Func<Frame, bool>? upTo = null)
    {
        using var patience = new CancellationTokenSource(WebHost.Patience);
        var frames = new List<Frame>();
        var parser = SseParser.Create(new Recorded(_body, _seen));
        var lastId = "";
        await foreach (var item in parser.EnumerateAsync(patience.Token))
        {
            var id = parser.LastEventId == lastId ? null : parser.LastEventId;
            lastId = parser.LastEventId;
            frames.Add(new Frame(id, item.EventType, item.Data));
            if (frames.Count == count || upTo?.Invoke(frames[^1]) == true) break;
        }

        return frames;
    }

    /// <summary>Reads raw text until it contains what is waited for.</summary>
    public async Task<string> ReadUntilAsync(string text)
    {
        using var patience = new CancellationTokenSource(WebHost.Patience);
        var buffer = new byte[4096];
        while (!Transcript.Contains(text, StringComparison.Ordinal))
        {
            var read = await _body.ReadAsync(buffer, patience.Token);
            if (read == 0) throw new EndOfStreamException($"The stream ended after: {Transcript}");
            _seen.Write(buffer, 0, read);
        }

        return Transcript;
    }

    public ValueTask DisposeAsync()
    {
        _response.Dispose();
        return _body.DisposeAsync();
    }

    internal sealed record Frame(string? Id, string Event, string Data);

    private sealed class Recorded(Stream inner, MemoryStream seen) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            seen.Write(buffer.Span[..read]);
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
