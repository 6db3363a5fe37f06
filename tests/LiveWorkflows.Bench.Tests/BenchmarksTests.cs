using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LiveWorkflows.Bench.Tests;

/// <summary>Every benchmark starts and ends, as briefly as can be. What it measures then means nothing and is not looked at.</summary>
[Trait("Speed", "Slow")]
public sealed class BenchmarksTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Theory]
    [InlineData("LiveWorkflows.Bench", "step", "handles", "memory", "fanout", "idle", "stalled", "shutdown", "log")]
    [InlineData("Resume2Website.Bench", "reading", "pipeline", "sites")]
    public async Task EachBenchmark_RunBriefly_PrintsTheMachineAndItsTable(string project, params string[] known)
    {
        var (_, list) = await RunAsync(project);
        var names = list.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim().Split(' ')[0]).ToArray();
        names.Should().Contain(known);
        foreach (var name in names)
        {
            var (code, printed) = await RunAsync(project, name, "--smoke");
            code.Should().Be(0, printed);
            printed.Should().Contain($"{Environment.ProcessorCount} cores", name);
            printed.Split('\n').Length.Should().BeGreaterThan(4, printed);
        }
    }

    [Theory]
    [InlineData("LiveWorkflows.Bench")]
    [InlineData("Resume2Website.Bench")]
    public async Task UnknownName_IsAnError(string project) => (await RunAsync(project, "no-such-benchmark")).Code.Should().NotBe(0);

    private static async Task<(int Code, string Printed)> RunAsync(string project, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(Root(), $"bench/{project}/bin/Release/net10.0/{project}.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, await output + await errors);
    }

    private static string Root([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../.."));
}
