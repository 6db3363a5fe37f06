using System.Buffers;
using System.Reflection;
using System.Text;
using System.Threading.Channels;
using LiveWorkflows.Tracking;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveWorkflows.Logging;

/// <summary>
/// Writes every stored event as one line of JSON, as the JSONL export has it, to rolling files. The pump only copies bytes here; files are written by
/// a task of their own. A disk that is slow, full or not there costs lines of log, which are counted, and nothing else.
/// </summary>
internal sealed partial class LogFileSink : IEventSink
{
    /// <summary>Lines, in bytes, that may wait for the disk; what comes beyond is left out and counted.</summary>
    internal const int MaxWaitingBytes = 16 << 20;

    private const int KeptBuffer = 4 << 20;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private readonly Channel<bool> _more = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private readonly LogFileOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly PrivateFields _private;
    private readonly string _application;
    private readonly Lazy<string?> _directory;
    private ArrayBufferWriter<byte> _waiting = new(64 << 10);
    private ArrayBufferWriter<byte> _writing = new(64 << 10);
    private long _waitingLines;
    private long _leftOut;
    private bool _isComplete;
    private Task? _running;
    private RollingLogFile? _file;
    private long _failedAt;
    private bool _isFailing;
    private long _saidLeftOut;
    private long? _saidAt;

    public LogFileSink(IOptions<LogFileOptions> options, TimeProvider time, ILogger<LogFileSink> logger, IHostEnvironment? host = null)
    {
        (_options, _time, _logger) = (options.Value, time, logger);
        _private = new PrivateFields(_options.AllowedTags);
        _application = LogDirectory.NameOf(
            _options.ApplicationName ?? (host?.ApplicationName is { Length: > 0 } name ? name : Assembly.GetEntryAssembly()?.GetName().Name ?? ""));
        _directory = new Lazy<string?>(() => string.IsNullOrEmpty(_options.Directory) ? LogDirectory.Default(_application) : Path.GetFullPath(_options.Directory));
    }

    /// <summary>Lines that were not written: the disk was too slow, full or not there.</summary>
    public long LeftOut => Interlocked.Read(ref _leftOut);

    public void Take(IReadOnlyList<OutgoingEvent> stored)
    {
        if (!_options.Enabled) return;
        lock (_gate)
        {
            if (_isComplete) return;
            for (var i = 0; i < stored.Count; i++) Add(stored[i].Encoded.Type, stored[i].Encoded.Data.Span);
            _running ??= DetachedTask.Run(RunAsync);
        }

        _more.Writer.TryWrite(true);
    }

    public async ValueTask CompleteAsync(TimeSpan atMost)
    {
        Task? running;
        lock (_gate) (_isComplete, running) = (true, _running);
        if (running is null) return;
        _more.Writer.TryWrite(true);
        try
        {
            await running.WaitAsync(atMost, _time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The disk hangs; the program need not.
        }
    }

    private void Add(string type, ReadOnlySpan<byte> data)
    {
        const int Around = 16;
        if (_waiting.WrittenCount + data.Length + type.Length + Around > MaxWaitingBytes)
        {
            Interlocked.Increment(ref _leftOut);
            return;
        }

        var line = _waiting.GetSpan(data.Length + type.Length + Around);
        var length = 0;
        Put("{\"event\":\""u8, line, ref length);
        length += Encoding.ASCII.GetBytes(type, line[length..]);
        Put("\","u8, line, ref length);
        Put(data[1..], line, ref length);
        line[length++] = (byte)'\n';
        _waiting.Advance(length);
        _waitingLines++;
    }

    private static void Put(ReadOnlySpan<byte> bytes, Span<byte> line, ref int length)
    {
        bytes.CopyTo(line[length..]);
        length += bytes.Length;
    }

    private async Task RunAsync()
    {
        var isComplete = false;
        while (!isComplete)
        {
            await _more.Reader.ReadAsync().ConfigureAwait(false);
            long lines;
            lock (_gate)
            {
                (_waiting, _writing) = (_writing, _waiting);
                (lines, _waitingLines) = (_waitingLines, 0);
                isComplete = _isComplete;
            }

            Write(_writing.WrittenSpan, lines);
            SayLeftOut();
            if (_writing.Capacity > KeptBuffer) _writing = new ArrayBufferWriter<byte>(64 << 10);
            else _writing.ResetWrittenCount();
        }

        Close();
    }

    private void Write(ReadOnlySpan<byte> lines, long count)
    {
        if (count == 0) return;
        if (_isFailing && _time.GetElapsedTime(_failedAt) < Pause)
        {
            Interlocked.Add(ref _leftOut, count);
            return;
        }

        try
        {
            _file ??= Open();
            _file.Write(_private.Filter(lines));
            if (_isFailing) LogRecovered(_logger, _directory.Value ?? "");
            _isFailing = false;
        }
        catch (Exception exception)
        {
            // Whatever it is (a full disk, a directory that is gone, rights that were taken), the workflows go on without the files.
            Interlocked.Add(ref _leftOut, count);
            Close();
            _failedAt = _time.GetTimestamp();
            if (_isFailing) return;
            _isFailing = true;
            LogFailed(_logger, _directory.Value ?? "", exception.GetType().Name);
        }
    }

    private void SayLeftOut()
    {
        if (_isFailing || LeftOut == _saidLeftOut || (_saidAt is { } at && _time.GetElapsedTime(at) < Quiet)) return;
        LogLeftOut(_logger, LeftOut - _saidLeftOut);
        (_saidLeftOut, _saidAt) = (LeftOut, _time.GetTimestamp());
    }

    private RollingLogFile Open()
    {
        var directory = _directory.Value ?? throw new DirectoryNotFoundException();
        var file = new RollingLogFile(directory, _application, _options.MaxFileBytes, _options.RetainedFiles, _time);
        LogOpened(_logger, directory);
        return file;
    }

    private void Close()
    {
        try
        {
            _file?.Dispose();
        }
        catch (IOException)
        {
            // What could not be written was counted already.
        }

        _file = null;
    }

    [LoggerMessage(LogLevel.Information, "The events of workflows are written to files in {Directory}.")]
    private static partial void LogOpened(ILogger logger, string directory);

    [LoggerMessage(LogLevel.Warning, "Log files cannot be written in {Directory} ({ExceptionType}); workflows go on without them, and they are tried again.")]
    private static partial void LogFailed(ILogger logger, string directory, string exceptionType);

    [LoggerMessage(LogLevel.Information, "Log files are written again in {Directory}.")]
    private static partial void LogRecovered(ILogger logger, string directory);

    [LoggerMessage(LogLevel.Warning, "{Lines} lines were left out of the log files: the disk was too slow, full or not there.")]
    private static partial void LogLeftOut(ILogger logger, long lines);
}
