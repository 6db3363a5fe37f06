namespace LiveWorkflows.Bench;

/// <summary>A benchmark as <c>bench/run.sh</c> knows it.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Measures">What it measures, for the list.</param>
/// <param name="RunAsync">Runs it; with <c>true</c> as briefly as shows that it works. Gives the exit code.</param>
internal sealed record Benchmark(string Name, string Measures, Func<bool, Task<int>> RunAsync);
