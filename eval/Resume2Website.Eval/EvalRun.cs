using System.Text.Json;
using Resume2Website.Resumes;

namespace Resume2Website.Eval;

/// <summary>Predicts every document of a directory, writes the predictions, and prints the figures.</summary>
internal sealed class EvalRun(EvalOptions options, Predictor predictor)
{
    /// <summary>Runs; 0 when every document was predicted or refused.</summary>
    public async Task<int> RunAsync(TextWriter output)
    {
        if (options.ShownFile is { } shown)
        {
            await LayoutView.WriteAsync(await predictor.ReadAsync(shown), output);
            return 0;
        }

        if (options.PredictionDirectory is { } directory) Directory.CreateDirectory(directory);
        var report = new EvalReport();
        foreach (var document in CorpusDocument.In(options.Directory))
        {
            var prediction = await predictor.PredictAsync(document);
            if (prediction.Refusal is { } refusal) await output.WriteLineAsync($"{prediction.Id} refused: {refusal}");
            await WriteAsync(prediction);
            report.Add(document, prediction, options.Directory);
        }

        report.Write(output);
        return 0;
    }

    private async Task WriteAsync(Prediction prediction)
    {
        if (options.PredictionDirectory is not { } directory) return;
        var json = prediction.Resume is { } resume ? JsonSerializer.Serialize(resume, ResumeJson.Default.Resume) : """{"rejected": true}""";
        await File.WriteAllTextAsync(Path.Combine(directory, prediction.Id + ".json"), json);
    }
}
