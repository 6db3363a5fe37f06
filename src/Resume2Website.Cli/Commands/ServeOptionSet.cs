using System.CommandLine;
using Resume2Website.Cli.Running;
using Resume2Website.Cli.Serving;

namespace Resume2Website.Cli.Commands;

/// <summary>The options that keep <c>build</c> running: to show the site, and to build it anew whenever the CV changes.</summary>
internal sealed class ServeOptionSet
{
    private readonly Option<bool> _serve = new("--serve") { Description = "Shows the site to the browsers of this machine until Ctrl+C." };
    private readonly Option<bool> _watch = new("--watch") { Description = "Builds again whenever the CV changes, until Ctrl+C; with --serve, open pages follow." };
    private readonly Option<int?> _port = new("--port") { Description = $"The port of --serve; {LocalSite.UsualPort} when it is free." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _serve, _watch, _port }) command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_port) is { } port && port is < 0 or > 65_535) result.AddError($"There is no port {port}: give one up to 65535; 0 takes any that is free.");
            if (result.GetResult(_port) is not null && !result.GetValue(_serve)) result.AddError("--port goes with --serve.");
        });
    }

    /// <summary>Builds once, or as long as was asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="cv">The files of the CV.</param>
    /// <param name="build">Builds once and says how: the site that was made, or none and the exit code.</param>
    /// <param name="cancellationToken">Ctrl+C.</param>
    public async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<FileInfo> cv, Func<Task<(int ExitCode, BuiltCv? Built)>> build, CancellationToken cancellationToken)
    {
        var (isServing, isWatching) = (parsed.GetValue(_serve), parsed.GetValue(_watch));
        // Before the first look at the CV, or a change during it would be missed.
        using var watch = isWatching && cv.All(file => file.Directory is { Exists: true }) ? new FileWatch(cv) : null;
        var (exitCode, built) = await build();
        if (!isServing && watch is null) return exitCode;
        // A folder that is taken is not mended by a change of the CV.
        if (built is null && (watch is null || exitCode == ExitCode.Usage || cancellationToken.IsCancellationRequested)) return exitCode;
        LocalSite? local = null;
        try
        {
            while (true)
            {
                if (isServing && built is not null)
                {
                    if (local is not null) local.Show(built.Site);
                    else
                    {
                        local = await LocalSite.StartAsync(built.Site, isWatching, parsed.GetValue(_port), cancellationToken);
                        await Console.Error.WriteLineAsync($"Shown at {local.Address} to this machine; Ctrl+C ends it.");
                    }
                }

                cancellationToken.ThrowIfCancellationRequested();
                if (watch is null) await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                await Console.Error.WriteLineAsync($"Waiting for changes of {string.Join(", ", cv.Select(file => file.Name))}; Ctrl+C ends it.");
                await watch!.ChangedAsync(cancellationToken);
                (_, built) = await build();
            }
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how this is meant to end.
            return ExitCode.Done;
        }
        catch (UsageException exception)
        {
            await Console.Error.WriteLineAsync($"✗ {exception.Message}");
            return ExitCode.Usage;
        }
        finally
        {
            if (local is not null) await local.DisposeAsync();
        }
    }
}
