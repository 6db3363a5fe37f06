using System.Globalization;
using LiveWorkflows;
using Resume2Website.Documents;
using Resume2Website.Documents.Isolation;
using Resume2Website.Extraction;
using Resume2Website.Extraction.Llm;

namespace Resume2Website.Stages;

/// <summary>PROCESSING: reads the document's lines and finds the résumé in them.</summary>
internal sealed class ProcessingStage(IDocumentReader reader, IResumeExtractor extractor, LlmEngine? llm = null)
{
    public const int ExpectedSteps = 4;

    /// <summary>Below this the person is asked to look closely.</summary>
    private const double LowConfidence = 0.5;

    public async Task<StepOutput<ExtractedResume>> RunAsync(CvRun run, CancellationToken cancellationToken)
    {
        var phase = run.Workflow.BeginPhase(WorkflowPhase.Processing, ExpectedSteps);
        var document = run.Job.Format == DocumentFormat.Json ? null : await ReadAsync(run, cancellationToken).ConfigureAwait(false);
        var sections = new SectionTeller(run, document);
        var extracted = document is null
            ? await TakeAsItIsAsync(run, cancellationToken).ConfigureAwait(false)
            : await ExtractAsync(run, document, sections, cancellationToken).ConfigureAwait(false);
        await JudgeAsync(run, extracted, cancellationToken).ConfigureAwait(false);
        await CollectAsync(run, extracted, sections, cancellationToken).ConfigureAwait(false);
        phase.Complete();
        return extracted;
    }

    private Task<StepOutput<SourceDocument>> ReadAsync(CvRun run, CancellationToken cancellationToken) =>
        run.StepAsync("Reading the pages", ReaderJson.Default.SourceDocument, async (step, token) =>
        {
            using var timer = run.Workflow.StartTimer("text_extraction");
            var document = await ReadAsync(await run.SourcesAsync(token).ConfigureAwait(false), step, token).ConfigureAwait(false);
            if (document.Lines.Count == 0) throw new DocumentException("no_text");
            timer.Stop();
            run.Workflow.Counter("pages", "pages").Add(document.Pages.Count);
            return new StepResult<SourceDocument>(document, $"{Amount.Of(document.Pages.Count, "page")}, {Amount.Of(document.Lines.Count, "line")}");
        }, cancellationToken);

    /// <summary>Reads the files, photos of pages several at a time, and tells how many pages of all are done.</summary>
    private async Task<SourceDocument> ReadAsync(IReadOnlyList<DocumentSource> sources, StepScope step, CancellationToken cancellationToken)
    {
        using var done = new PagesDone(sources.Count, step);
        var parts = new SourceDocument[sources.Count];
        await Parallel.ForEachAsync(sources.Index(), new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 1, 4), CancellationToken = cancellationToken }, async (source, token) =>
            parts[source.Index] = await reader.ReadAsync(source.Item, new Relay<ReadingProgress>(read => done.Tell(source.Index, read)), token).ConfigureAwait(false)).ConfigureAwait(false);
        return DocumentJoin.Join(parts);
    }

    private Task<StepOutput<ExtractedResume>> ExtractAsync(CvRun run, StepOutput<SourceDocument> document, SectionTeller sections, CancellationToken cancellationToken) =>
        run.StepAsync("Understanding the text", StageJson.Default.ExtractedResume, async (_, token) =>
        {
            var source = await document.GetAsync(token).ConfigureAwait(false);
            using var timer = run.Workflow.StartTimer("ai_extraction");
            var extracted = await sections.ListenAsync((told, stop) => EngineFor(run.Job).ExtractAsync(source with { Portrait = null }, told, stop), token).ConfigureAwait(false);
            timer.Stop();
            // The photo goes past every engine, and so to no language model.
            extracted = extracted with { Resume = ResumePicture.WithPortrait(extracted.Resume, source.Portrait) };
            if (run.Job.AgreedLlm is { } agreed && agreed != llm?.Identity) extracted = extracted with { Notes = new ExtractionNotes([LlmRemarks.NotAsked], new Dictionary<string, long>()) };
            foreach (var (name, count) in extracted.Notes?.Counts ?? new Dictionary<string, long>()) run.Workflow.Counter(name).Add(count);
            var coverage = extracted.Resume.Meta?.Coverage;
            if (coverage is { } quality) run.Workflow.Gauge("quality").Set(quality);
            var detail = coverage is { } share ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100 * share)} % of the lines placed") : null;
            if (run.Job.AgreedLlm is not null) detail = $"{detail}, read by {extracted.Resume.Meta?.Engine}";
            return new StepResult<ExtractedResume>(extracted, detail, extracted.Confidence);
        }, cancellationToken);

    /// <summary>The language model only where the person agreed to this one, at this host; the embedded engine everywhere else.</summary>
    private IResumeExtractor EngineFor(CvJob job) => llm is not null && job.AgreedLlm == llm.Identity ? llm.For(job.Id) : extractor;

    private Task<StepOutput<ExtractedResume>> TakeAsItIsAsync(CvRun run, CancellationToken cancellationToken) =>
        run.StepAsync("Reading the résumé", StageJson.Default.ExtractedResume, async (_, token) =>
        {
            var given = ResumeInput.Parse(await run.Originals[0].GetAsync(token).ConfigureAwait(false), ResumeLimits.OfNewOne);
            var extracted = given with { Resume = await ResumePicture.MadeSafeAsync(given.Resume, reader, known: null, token).ConfigureAwait(false) };
            if (ResumePicture.IsDropped(given.Resume, extracted.Resume)) extracted = extracted with { Notes = WithRemark(given.Notes, ResumePicture.Dropped) };
            return new StepResult<ExtractedResume>(extracted, "JSON Resume, taken as it is", extracted.Confidence);
        }, cancellationToken);

    private static Task JudgeAsync(CvRun run, StepOutput<ExtractedResume> output, CancellationToken cancellationToken) =>
        run.StepAsync("Making sure it is a CV", async (_, token) =>
        {
            var extracted = await output.GetAsync(token).ConfigureAwait(false);
            if (!extracted.IsResume) throw new DocumentException("not_a_cv");
            return new StepOutcome("It is");
        }, cancellationToken);

    /// <summary>Keeps the whole résumé and says what was not told of yet.</summary>
    private Task CollectAsync(CvRun run, StepOutput<ExtractedResume> output, SectionTeller teller, CancellationToken cancellationToken) =>
        run.StepAsync("Collecting the sections", async (_, token) =>
        {
            var extracted = await output.GetAsync(token).ConfigureAwait(false);
            var sections = SectionNames.Of(extracted);
            await teller.KeepAsync(extracted.Resume, token).ConfigureAwait(false);
            var warnings = WarningsOf(extracted);
            await run.RecordAsync(job => job with
            {
                Confidence = extracted.Confidence,
                Sections = sections.ToDictionary(section => section.Name, section => section.Count),
                Warnings = [.. warnings.Select(warning => warning.Code)],
                Password = null,
            }, token).ConfigureAwait(false);
            foreach (var section in sections) teller.Tell(section);
            foreach (var (code, message) in warnings) run.Workflow.ReportWarning(code, message);
            run.Workflow.Counter("sections_found", "sections").Add(sections.Count);
            run.Workflow.Gauge("confidence").Set(extracted.Confidence);
            // What a résumé that was given as JSON says of its own engine is a person's text, and no event holds any.
            var method = run.Job.Format == DocumentFormat.Json ? "given" : extracted.Resume.Meta?.Engine ?? extractor.Engine;
            run.Workflow.ReportConfidence(extracted.Confidence, method: method, n: extracted.Resume.Meta?.Confidence?.Count);
            return new StepOutcome(SectionNames.Describe(sections), extracted.Confidence);
        }, cancellationToken);

    private static ExtractionNotes WithRemark(ExtractionNotes? notes, string remark) =>
        notes is null ? new ExtractionNotes([remark], new Dictionary<string, long>()) : notes with { Remarks = [.. notes.Remarks, remark] };

    private static string Describe(string remark, ExtractionNotes notes) => remark switch
    {
        ResumeInput.FieldsDropped => Dropped(notes),
        ResumePicture.Dropped => "The picture was left out: only a JPEG, PNG or WebP that is in the file itself can be shown, and no address is followed.",
        _ => LlmRemarks.Describe(remark),
    };

    private static string Dropped(ExtractionNotes notes) =>
        $"{(notes.Counts[ResumeInput.FieldsDropped] == 1 ? "One field was" : Amount.Of((int)notes.Counts[ResumeInput.FieldsDropped], "field") + " were")} left out, because JSON Resume has no such field.";

    private static List<(string Code, string Message)> WarningsOf(ExtractedResume extracted)
    {
        var warnings = new List<(string, string)>();
        var resume = extracted.Resume;
        if (extracted.Confidence < LowConfidence) warnings.Add(("low_confidence", "Much of this CV was hard to understand: look closely at what was found."));
        if (string.IsNullOrWhiteSpace(resume.Basics.Name)) warnings.Add(("name_missing", "No name was found: fill it in before you publish."));
        if (resume.Basics.Email is null && resume.Basics.Phone is null) warnings.Add(("contact_missing", "No mail address and no phone number were found."));
        foreach (var remark in extracted.Notes?.Remarks ?? []) warnings.Add((remark, Describe(remark, extracted.Notes!)));
        if (resume.Work.Count == 0 && resume.Education.Count == 0) warnings.Add(("history_missing", "Neither work nor education was found."));
        return warnings;
    }
}
