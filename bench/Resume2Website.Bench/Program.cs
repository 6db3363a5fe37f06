using Resume2Website.Bench.Pipeline;
using Resume2Website.Bench.Reading;
using Resume2Website.Bench.Sites;
using Resume2Website.Extraction;

MatchTimeLimit.Set();
Benchmark[] benchmarks =
[
    new("reading", "a CV read and extracted, by format, a scanned page too, and how long each stage of it takes", ReadingBenchmark.RunAsync),
    new("pipeline", "text CVs a second through a real server, from the upload to the finished site, on SQLite", PipelineBenchmark.RunAsync),
    new("sites", "a site of a résumé in every template, and its gates, beside a JSON Resume theme", SitesBenchmark.RunAsync),
];

var isSmoke = args.Contains("--smoke");
string[] words = [.. args.Where(argument => argument != "--smoke")];
if (words is [var wanted] && benchmarks.FirstOrDefault(benchmark => benchmark.Name == wanted) is { } found) return await found.RunAsync(isSmoke);

Console.WriteLine("Measures how fast Resume2Website is. Usage: bench/run.sh NAME [--smoke]\n");
foreach (var benchmark in benchmarks) Console.WriteLine($"  {benchmark.Name,-10} {benchmark.Measures}");
return words.Length == 0 ? 0 : 1;
