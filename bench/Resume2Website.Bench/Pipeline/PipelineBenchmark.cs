using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Resume2Website.Bench.Documents;
using Resume2Website.Documents;

namespace Resume2Website.Bench.Pipeline;

/// <summary>How many text CVs a second a server takes from the upload to the finished site, with everything on the disk.</summary>
internal static class PipelineBenchmark
{
    /// <summary>Uploads that are under way at a time: enough that both workers always have one.</summary>
    private const int Visitors = 6;

    private const double Target = 12;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(25);

    public static async Task<int> RunAsync(bool isSmoke)
    {
        var cvs = (await InventedCvs.MakeAsync(isSmoke ? 4 : 60)).Where(cv => cv.Format is DocumentFormat.Pdf or DocumentFormat.Docx or DocumentFormat.Text).ToList();
        var (rounds, warm) = isSmoke ? (1, cvs.Take(1).ToList()) : (5, cvs);
        var report = new Report($"{cvs.Count} invented text CVs through a server, {Visitors} at a time: upload, validation, reading, extraction, site built and checked, completed; SQLite", "what", "median", "p95");
        await using var server = await ServerProcess.StartAsync();
        // The first rounds compile.
        for (var round = 0; round < (isSmoke ? 1 : 3); round++) await UploadAllAsync(server, warm);
        var (rates, latencies, processor, steps) = (new List<double>(), new List<double>(), new List<double>(), new Dictionary<string, List<double>>());
        for (var round = 0; round < rounds; round++)
        {
            var (begun, used) = (Stopwatch.GetTimestamp(), server.ProcessorTime);
            var uploaded = await UploadAllAsync(server, cvs);
            rates.Add(cvs.Count / Stopwatch.GetElapsedTime(begun).TotalSeconds);
            processor.Add((server.ProcessorTime - used).TotalMilliseconds / cvs.Count);
            latencies.AddRange(uploaded.Select(cv => cv.Latency.TotalMilliseconds));
            foreach (var cv in uploaded) AddSteps(cv.Summary, steps);
        }

        report.Row("CVs a second", Report.Number(Statistics.Median(rates)), "");
        report.Row("latency, ms", Report.Number(Statistics.Median(latencies)), Report.Number(Statistics.Percentile([.. latencies], 0.95)));
        report.Row("processor time a CV, readers included, ms", Report.Number(Statistics.Median(processor)), "");
        foreach (var (step, samples) in steps) report.Row($"  {step}, ms", Report.Number(Statistics.Median(samples)), Report.Number(Statistics.Percentile([.. samples], 0.95)));
        report.AtLeast("text CVs a second through the whole pipeline", Statistics.Median(rates), Target, "CVs/s");
        return report.Print(isSmoke);
    }

    private static async Task<IReadOnlyList<UploadedCv>> UploadAllAsync(ServerProcess server, IReadOnlyList<InventedCv> cvs)
    {
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = server.Address };
        var uploaded = new UploadedCv[cvs.Count];
        await Parallel.ForAsync(0, cvs.Count, new ParallelOptions { MaxDegreeOfParallelism = Visitors }, async (i, token) => uploaded[i] = await UploadAsync(client, cvs[i], token));
        return uploaded;
    }

    private static async Task<UploadedCv> UploadAsync(HttpClient client, InventedCv cv, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(cv.Content), "file", cv.Name } };
        using var response = await client.PostAsync("/api/v1/cv", form, cancellationToken);
        response.EnsureSuccessStatusCode();
        var id = (await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("workflow_id").GetString();
        while (true)
        {
            var summary = await client.GetFromJsonAsync<JsonElement>($"/api/v1/workflows/{id}", cancellationToken);
            var status = summary.GetProperty("status").GetString();
            if (status == "completed") return new UploadedCv(Stopwatch.GetElapsedTime(begun), summary);
            if (status is "failed" or "cancelled") throw new InvalidOperationException($"{cv.Name} did not become a site: {summary}");
            await Task.Delay(Glance, cancellationToken);
        }
    }

    private static void AddSteps(JsonElement summary, Dictionary<string, List<double>> steps)
    {
        foreach (var step in summary.GetProperty("steps").EnumerateArray())
        {
            var name = step.GetProperty("name").GetString()!;
            if (!steps.TryGetValue(name, out var samples)) steps[name] = samples = [];
            samples.Add(step.GetProperty("duration_ms").GetDouble());
        }
    }
}
