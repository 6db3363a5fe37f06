using System.Diagnostics;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LiveWorkflows.AspNetCore.Tests.Samples;

/// <summary>The samples in C#, as a developer runs them.</summary>
[Trait("Speed", "Slow")]
public sealed class ProgramSamplesTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _folder = Directory.CreateTempSubdirectory("samples-").FullName;

    public ProgramSamplesTests()
    {
        File.WriteAllText(Path.Combine(_folder, "one.txt"), "a b\nc\n");
        File.WriteAllText(Path.Combine(_folder, "two.txt"), "x\ny\nz\n");
    }

    [Fact]
    public async Task ConsoleProgress_Redirected_PrintsPlainLinesAndTheDigests()
    {
        using var program = Start("ConsoleProgress", _folder);
        var lines = await EndAsync(program);
        lines.Should().Contain(line => line.StartsWith("100 %", StringComparison.Ordinal)).And.Contain("81884b5f2cb6  two.txt");
        lines[^1].Should().StartWith("12 bytes in");
    }

    [Fact]
    public async Task BackgroundWorker_LoggerInsideAStep_IsCaptured()
    {
        using var program = Start("BackgroundWorker", _folder);
        (await EndAsync(program)).Should().BeEquivalentTo("PROCESSING/one.txt: Counted 2 lines.", "PROCESSING/two.txt: Counted 3 lines.", "5 lines in 2 files");
    }

    [Fact]
    public async Task BackgroundWorker_FileThatCannotBeRead_SaysSoAndEndsWithAnError()
    {
        File.CreateSymbolicLink(Path.Combine(_folder, "gone.txt"), Path.Combine(_folder, "nowhere"));
        using var program = Start("BackgroundWorker", _folder);
        using var patience = new CancellationTokenSource(Patience);
        var output = program.StandardOutput.ReadToEndAsync(patience.Token);
        (await program.StandardError.ReadToEndAsync(patience.Token)).Should().Contain("FileNotFoundException");
        await output;
        await program.WaitForExitAsync(patience.Token);
        program.ExitCode.Should().Be(1);
    }

    [Fact]
    public async Task WebApi_PostedText_IsCountedAndStreamed()
    {
        using var program = Start("WebApi", "--urls", "http://127.0.0.1:0");
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            var address = "";
            while (address.Length == 0)
            {
                var line = await program.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("The sample ended before it listened.");
                var at = line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal);
                if (at >= 0) address = line[at..].Trim();
            }

            using var client = new HttpClient { BaseAddress = new Uri(address), Timeout = Patience };
            using var answer = await client.PostAsync("/texts", new StringContent("one two\nthree\n"));
            using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            var stream = await client.GetStringAsync(body.RootElement.GetProperty("stream_url").GetString());
            stream.Should().Contain("event: step_complete").And.Contain("3 words").And.Contain("event: stream_end");
            (await client.GetStringAsync("/")).Should().Contain("./liveworkflows.js");
            (await client.GetStringAsync("/liveworkflows.js")).Should().Contain("watchWorkflow");
        }
        finally
        {
            program.Kill();
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Process Start(string sample, params string[] arguments)
    {
        var program = Path.Combine(Root(), "samples", sample, "bin", "Release", "net10.0", sample + ".dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start)!;
    }

    private static async Task<string[]> EndAsync(Process program)
    {
        using var patience = new CancellationTokenSource(Patience);
        var output = await program.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = await program.StandardError.ReadToEndAsync(patience.Token);
        await program.WaitForExitAsync(patience.Token);
        program.ExitCode.Should().Be(0, errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static string Root([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..");
}
