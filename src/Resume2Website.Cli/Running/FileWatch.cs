using System.Threading.Channels;

namespace Resume2Website.Cli.Running;

/// <summary>Tells when files change: written to, or put in the place of, as editors do.</summary>
internal sealed class FileWatch : IDisposable
{
    /// <summary>Programs write in several goes: a change counts once nothing has come after it for this long.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly HashSet<string> _paths;
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public FileWatch(IEnumerable<FileInfo> files)
    {
        _paths = [.. files.Select(file => file.FullName)];
        foreach (var folder in _paths.Select(path => Path.GetDirectoryName(path)!).Distinct())
        {
            var watcher = new FileSystemWatcher(folder) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size };
            watcher.Changed += Notice;
            watcher.Created += Notice;
            watcher.Renamed += Notice;
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
    }

    /// <summary>Waits until one of the files has changed since the last time, and has come to rest.</summary>
    public async Task ChangedAsync(CancellationToken cancellationToken)
    {
        await _changes.Reader.ReadAsync(cancellationToken);
        do await Task.Delay(Quiet, TimeProvider.System, cancellationToken);
        while (_changes.Reader.TryRead(out _));
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers) watcher.Dispose();
    }

    private void Notice(object sender, FileSystemEventArgs change)
    {
        if (_paths.Contains(change.FullPath)) _changes.Writer.TryWrite(true);
    }
}
