using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Resume2Website.Documents;
using Resume2Website.Documents.Isolation;

namespace Resume2Website.Reader.Serving;

/// <summary>
/// Serves a host over standard input and output, one document after the other. The end of the input ends the process at once, in mid-document too:
/// when the host dies, however it dies, its readers die.
/// </summary>
internal static class ReaderLoop
{
    /// <summary>Runs until the host closes the input; returns the exit code.</summary>
    public static async Task<int> RunAsync()
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        // Whatever a parser may print must not get between the frames.
        Console.SetOut(TextWriter.Null);
        var channel = new FrameChannel(input, output);
        var frames = Channel.CreateUnbounded<Frame>();
        StartPump(channel, frames.Writer);
        await channel.WriteAsync(FrameKind.Ready, default).ConfigureAwait(false);
        while (true)
        {
            var header = await frames.Reader.ReadAsync().ConfigureAwait(false);
            var content = await frames.Reader.ReadAsync().ConfigureAwait(false);
            if (content.Kind != FrameKind.Content) return 1;
            await AnswerAsync(channel, header, content.Payload).ConfigureAwait(false);
        }
    }

    private static async Task AnswerAsync(FrameChannel channel, Frame header, byte[] content)
    {
        try
        {
            var request = JsonSerializer.Deserialize(header.Payload, ReaderJson.Default.RequestHeader) ?? throw new DocumentException("file_damaged");
            var source = new DocumentSource(content, request.Format, request.Password);
            if (header.Kind == FrameKind.Inspect)
            {
                var report = DocumentOpener.Inspect(source);
                await channel.WriteAsync(FrameKind.Report, JsonSerializer.SerializeToUtf8Bytes(report, ReaderJson.Default.InspectionReport)).ConfigureAwait(false);
            }
            else if (header.Kind == FrameKind.Picture)
            {
                await channel.WriteAsync(FrameKind.SafePicture, DocumentOpener.Picture(source)).ConfigureAwait(false);
            }
            else
            {
                var document = DocumentOpener.Read(source, progress => Tell(channel, progress));
                await channel.WriteAsync(FrameKind.Document, JsonSerializer.SerializeToUtf8Bytes(document, ReaderJson.Default.SourceDocument)).ConfigureAwait(false);
            }
        }
        catch (DocumentException exception)
        {
            await channel.WriteAsync(FrameKind.Refusal, Encoding.UTF8.GetBytes(exception.Code)).ConfigureAwait(false);
        }
    }

    /// <summary>The parsers are synchronous, and a pipe takes these few bytes at once.</summary>
    private static void Tell(FrameChannel channel, ReadingProgress progress)
    {
        var writing = channel.WriteAsync(FrameKind.Progress, JsonSerializer.SerializeToUtf8Bytes(progress, ReaderJson.Default.ReadingProgress));
        if (!writing.IsCompletedSuccessfully) writing.AsTask().GetAwaiter().GetResult();
    }

    private static void StartPump(FrameChannel channel, ChannelWriter<Frame> frames) =>
        new Thread(() =>
        {
            while (channel.ReadAsync().AsTask().GetAwaiter().GetResult() is { } frame) frames.TryWrite(frame);
            // The host is gone: nobody else would remove what a document needed.
            ReaderFolder.Clear(Environment.GetEnvironmentVariable(ReaderFolder.Variable));
            Environment.Exit(0);
        })
        {
            IsBackground = true,
            Name = "Reader input",
        }.Start();
}
