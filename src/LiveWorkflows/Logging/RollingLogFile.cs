using System.Globalization;
using System.Text.RegularExpressions;

namespace LiveWorkflows.Logging;

/// <summary>
/// Lines appended to files that are called <c>name-20261124.jsonl</c>, <c>name-20261124.001.jsonl</c> …: the next one when the day (UTC) is over or a
/// file is full, and of all of them the newest only. For one writer at a time.
/// </summary>
internal sealed class RollingLogFile : IDisposable
{
    private const string Extension = ".jsonl";
    private const int MaxInstances = 64;
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);
    private readonly string _directory;
    private readonly long _maxFileBytes;
    private readonly int _retainedFiles;
    private readonly TimeProvider _time;
    private readonly FileStream _instance;
    private readonly string _name;
    private FileStream? _file;
    private string _day = "";
    private int _number;
    private long _size;
    private long _glanced;

    /// <summary>Takes the directory; a second program of the same name there writes <c>name-2-…</c>.</summary>
    /// <exception cref="IOException">The directory cannot be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory cannot be made or written.</exception>
    public RollingLogFile(string directory, string name, long maxFileBytes, int retainedFiles, TimeProvider time)
    {
        (_directory, _maxFileBytes, _retainedFiles, _time) = (directory, maxFileBytes, retainedFiles, time);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(directory);
        else Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute);
        (_instance, _name) = TakeInstance(name);
    }

    /// <summary>Appends whole lines.</summary>
    /// <exception cref="IOException">The disk is full, or the file is gone.</exception>
    public void Write(ReadOnlySpan<byte> lines)
    {
        while (!lines.IsEmpty)
        {
            var file = Current();
            var room = (int)Math.Min(lines.Length, Math.Max(0, _maxFileBytes - _size));
            var length = room == lines.Length ? room : lines[..room].LastIndexOf((byte)'\n') + 1;
            if (length == 0)
            {
                if (_size > 0)
                {
                    Open(_number + 1);
                    continue;
                }

                // Longer than a whole file may be: it has one to itself.
                length = lines.IndexOf((byte)'\n') + 1;
            }

            file.Write(lines[..length]);
            _size += length;
            lines = lines[length..];
        }
    }

    public void Dispose()
    {
        _file?.Dispose();
        _instance.Dispose();
    }

    private (FileStream, string) TakeInstance(string name)
    {
        for (var number = 1; ; number++)
        {
            var instance = number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
            try
            {
                var held = new FileStream(
                    Path.Combine(_directory, $".{instance}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
                return (held, instance);
            }
            catch (IOException) when (number < MaxInstances && Directory.Exists(_directory))
            {
                // Another program of this name writes here.
            }
        }
    }

    private FileStream Current()
    {
        var now = _time.GetTimestamp();
        var day = _time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        if (_file is not null && day == _day)
        {
            if (_time.GetElapsedTime(_glanced, now) < Glance) return _file;
            _glanced = now;
            // Somebody may have moved or deleted it; what is written then would be seen by nobody.
            if (File.Exists(_file.Name)) return _file;
        }

        if (day != _day) (_day, _number) = (day, LastNumber(day));
        _glanced = now;
        return Open(_number);
    }

    private FileStream Open(int number)
    {
        _file?.Dispose();
        _file = null;
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        var file = new FileStream(PathOf(number), options);
        try
        {
            EndTornLine(file);
            DeleteOld();
        }
        catch
        {
            file.Dispose();
            throw;
        }

        (_file, _number, _size) = (file, number, file.Length);
        return file;
    }

    /// <summary>Where a program died or a disk was full, the last line may be half a line: the next one begins a line of its own.</summary>
    private static void EndTornLine(FileStream file)
    {
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            if (file.ReadByte() != '\n') file.WriteByte((byte)'\n');
        }

        file.Seek(0, SeekOrigin.End);
    }

    private void DeleteOld()
    {
        foreach (var old in Files().OrderDescending(StringComparer.Ordinal).Skip(_retainedFiles))
        {
            try
            {
                File.Delete(Path.Combine(_directory, old + Extension));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Somebody reads it or owns it; the next file tries again.
            }
        }
    }

    private int LastNumber(string day) =>
        Files().Where(file => file.StartsWith($"{_name}-{day}", StringComparison.Ordinal)).Max() is { } last && last.LastIndexOf('.') is > 0 and var dot && dot > _name.Length
            ? int.Parse(last.AsSpan(dot + 1), CultureInfo.InvariantCulture)
            : 0;

    /// <summary>The names of this program's files, without their extension; in the order of the letters they are in the order of time.</summary>
    private IEnumerable<string> Files()
    {
        var pattern = new Regex($@"^{Regex.Escape(_name)}-\d{{8}}(\.\d{{3,}})?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        return Directory.EnumerateFiles(_directory, $"{_name}-*{Extension}").Select(path => Path.GetFileNameWithoutExtension(path)).Where(name => pattern.IsMatch(name));
    }

    private string PathOf(int number) =>
        Path.Combine(_directory, number == 0 ? $"{_name}-{_day}{Extension}" : string.Create(CultureInfo.InvariantCulture, $"{_name}-{_day}.{number:000}{Extension}"));
}
