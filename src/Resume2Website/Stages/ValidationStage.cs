using LiveWorkflows;
using Microsoft.Extensions.Options;
using Resume2Website.Documents;
using Resume2Website.Documents.Isolation;
using Resume2Website.Screening;

namespace Resume2Website.Stages;

/// <summary>VALIDATION: judges the file from outside, has the reader look into its structure, and refuses what acts or harms.</summary>
internal sealed class ValidationStage(IDocumentReader reader, IOptions<StagesOptions> options)
{
    public const int ExpectedSteps = 3;

    public async Task RunAsync(CvRun run, CancellationToken cancellationToken)
    {
        var phase = run.Workflow.BeginPhase(WorkflowPhase.Validation, ExpectedSteps);
        await ScreenAsync(run, cancellationToken).ConfigureAwait(false);
        // A résumé in JSON holds values and nothing that a parser could be led astray by; only its picture goes to the reader, later.
        if (run.Job.Format != DocumentFormat.Json)
        {
            var report = await InspectAsync(run, cancellationToken).ConfigureAwait(false);
            await JudgeAsync(run, report, cancellationToken).ConfigureAwait(false);
        }

        phase.Complete();
    }

    private Task ScreenAsync(CvRun run, CancellationToken cancellationToken) =>
        run.StepAsync("Checking the file type", async (_, token) =>
        {
            var formats = new List<DocumentFormat>();
            var bytes = 0L;
            foreach (var (file, original) in run.Job.Files.Zip(run.Originals))
            {
                var content = await original.GetAsync(token).ConfigureAwait(false);
                var screened = FileScreen.Screen(file.Name, content, options.Value.MaxUploadBytes);
                if (screened.Code is { } code) throw new DocumentException(code);
                formats.Add(screened.Format);
                bytes += content.Length;
            }

            if (formats.Count > 1 && (formats.Count > DocumentJoin.MostParts || !formats.TrueForAll(DocumentJoin.IsPart))) throw new DocumentException("several_documents");
            await run.RecordAsync(job => job with { Format = formats[0], Files = [.. job.Files.Zip(formats, (file, format) => file with { Format = format })] }, token).ConfigureAwait(false);
            return new StepOutcome($"{(formats.Count == 1 ? NameOf(formats[0]) : Amount.Of(formats.Count, "picture"))}, {Amount.OfBytes(bytes)}");
        }, cancellationToken);

    private Task<StepOutput<InspectionReport>> InspectAsync(CvRun run, CancellationToken cancellationToken) =>
        run.StepAsync("Looking into its structure", ReaderJson.Default.InspectionReport, async (_, token) =>
        {
            var parts = new List<InspectionReport>();
            foreach (var source in await run.SourcesAsync(token).ConfigureAwait(false)) parts.Add(await reader.InspectAsync(source, token).ConfigureAwait(false));
            var report = DocumentJoin.Join(parts);
            await run.RecordAsync(job => job with { Pages = report.Pages }, token).ConfigureAwait(false);
            return new StepResult<InspectionReport>(report, Amount.Of(report.Pages, "page"));
        }, cancellationToken);

    private static Task JudgeAsync(CvRun run, StepOutput<InspectionReport> output, CancellationToken cancellationToken) =>
        run.StepAsync("Looking for active content and malware", async (_, token) =>
        {
            InspectionJudge.ThrowIfRefused(await output.GetAsync(token).ConfigureAwait(false));
            return new StepOutcome("Nothing found");
        }, cancellationToken);

    private static string NameOf(DocumentFormat format) => format switch
    {
        DocumentFormat.Pdf => "PDF",
        DocumentFormat.Docx => "Word",
        DocumentFormat.Text => "Plain text",
        DocumentFormat.Markdown => "Markdown",
        DocumentFormat.Json => "JSON Resume",
        DocumentFormat.Odt => "OpenDocument",
        DocumentFormat.Rtf => "Rich Text",
        DocumentFormat.Doc => "Word 97",
        _ => "Picture",
    };
}
