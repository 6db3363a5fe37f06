using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Resume2Website.Documents.Isolation;

/// <summary>One reader: asked one document at a time, watched while it works.</summary>
internal sealed class ReaderProcess : IAsyncDisposable
{
    /// <summary>A process that the runtime ended itself (stack overflow, no memory left) has aborted.</summary>
    private const int Aborted = 128 + 6;

    private readonly Process process;
    private readonly FrameChannel channel;
    private readonly ReaderOptions options;
    private readonly TimeProvider timeProvider;
    private readonly ILogger logger;
    private readonly string? folder;

    public ReaderProcess(Process process, ReaderOptions options, TimeProvider timeProvider, ILogger logger)
    {
        this.process = process;
        this.options = options;
        this.timeProvider = timeProvider;
        this.logger = logger;
        channel = new FrameChannel(process.StandardOutput.BaseStream, process.StandardInput.BaseStream);
        process.StartInfo.Environment.TryGetValue(ReaderFolder.Variable, out folder);
        Id = process.Id;
    }

    /// <summary>The process's id.</summary>
    public int Id { get; }

    /// <summary>How many documents it has read or inspected.</summary>
    public int Served { get; private set; }

    /// <summary>Whether everything it was asked went well, so that it may be asked again.</summary>
    public bool IsClean { get; private set; } = true;

    /// <summary>Whether the process has ended.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>Waits until the reader says that it is ready.</summary>
    public async Task AwaitReadyAsync(CancellationToken cancellationToken)
    {
        if (await channel.ReadAsync(cancellationToken).ConfigureAwait(false) is not { Kind: FrameKind.Ready }) throw new InvalidDataException("The reader ended before it was ready.");
    }

    /// <summary>Asks for a document.</summary>
    /// <exception cref="DocumentException">The reader refused it, or crashed over it, or was ended at a limit.</exception>
    public async Task<T> AskAsync<T>(FrameKind kind, DocumentSource source, IProgress<ReadingProgress>? progress, Func<byte[], T?> parse, CancellationToken cancellationToken)
        where T : class
    {
        IsClean = false;
        using var watch = new ReaderWatch(this, options, timeProvider);
        await using var cancelling = cancellationToken.UnsafeRegister(static reader => ((ReaderProcess)reader!).Kill(), this).ConfigureAwait(false);
        try
        {
            var answer = await ExchangeAsync(kind, source, progress, watch).ConfigureAwait(false);
            if (answer.Kind == FrameKind.Refusal) throw new DocumentException(KnownCode(answer.Payload));
            if (answer.Kind is not (FrameKind.Report or FrameKind.Document or FrameKind.SafePicture)) throw new InvalidDataException("The reader answered with something else.");
            var result = parse(answer.Payload) ?? throw new InvalidDataException("The reader answered with nothing.");
            Served++;
            IsClean = true;
            return result;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or ObjectDisposedException or JsonException or DocumentException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var code = watch.Verdict ?? (exception as DocumentException)?.Code ?? await CodeOfCrashAsync().ConfigureAwait(false);
            IsolationLog.Refused(logger, Id, code);
            throw new DocumentException(code, exception);
        }
    }

    /// <summary>Ends the process and its children.</summary>
    public void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself in the meantime, or is about to: its input is closed next.
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        process.Dispose();
        ReaderFolder.Clear(folder);
    }

    private async Task<Frame> ExchangeAsync(FrameKind kind, DocumentSource source, IProgress<ReadingProgress>? progress, ReaderWatch watch)
    {
        var header = JsonSerializer.SerializeToUtf8Bytes(new RequestHeader(source.Format, source.Password), ReaderJson.Default.RequestHeader);
        await channel.WriteAsync(kind, header, CancellationToken.None).ConfigureAwait(false);
        await channel.WriteAsync(FrameKind.Content, source.Content, CancellationToken.None).ConfigureAwait(false);
        while (await channel.ReadAsync(CancellationToken.None).ConfigureAwait(false) is { } frame)
        {
            if (frame.Kind != FrameKind.Progress) return frame;
            var read = JsonSerializer.Deserialize(frame.Payload, ReaderJson.Default.ReadingProgress);
            watch.Advance(read);
            progress?.Report(read);
        }

        throw new EndOfStreamException();
    }

    /// <summary>A reader that a document took over could say anything: only codes are taken from it.</summary>
    private static string KnownCode(byte[] payload) => Encoding.UTF8.GetString(payload) is var code && DocumentErrors.Codes.Contains(code) ? code : "file_damaged";

    private async Task<string> CodeOfCrashAsync()
    {
        Kill();
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        return process.ExitCode == Aborted ? "too_complex" : "file_damaged";
    }
}
