using System.Text;
using LiveWorkflows;
using LiveWorkflows.Artifacts;
using LiveWorkflows.EventLog;
using LiveWorkflows.Records;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Resume2Website.Documents;
using Resume2Website.Extraction;
using Resume2Website.Extraction.Llm;
using Resume2Website.Sites;
using Resume2Website.Stages;

namespace Resume2Website.Tests.Stages;

/// <summary>The stages on storage in memory that outlives any one worker.</summary>
internal sealed class PipelineWorld
{
    public const string JobId = "job-1";

    public InMemoryEventLog Log { get; } = new();

    public InMemoryArtifactStore Artifacts { get; } = new();

    public InMemoryRecordStore Records { get; } = new();

    public WorkLedger Ledger { get; } = new();

    public TimeProvider Time { get; init; } = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public ExtractedResume Extracted { get; init; } = InventedCv.Extracted;

    /// <summary>The engine; null for one that finds <see cref="Extracted"/>.</summary>
    public IResumeExtractor? Extractor { get; init; }

    /// <summary>The language model that is set; none by default.</summary>
    public LlmEngine? Llm { get; init; }

    public SourceDocument Document { get; set; } = InventedCv.Document;

    public Func<Exception?> OnInspect { get; init; } = () => null;

    public Func<Exception?> OnRead { get; init; } = () => null;

    public Func<Exception?> OnPicture { get; init; } = () => null;

    public InspectionReport? Report { get; init; }

    public IReadOnlyList<SiteFinding> Findings { get; set; } = [];

    public CvJobStore Jobs => new(Records);

    public async Task UploadAsync(byte[]? content = null, string name = "Quorblina.pdf", SiteOptions? options = null, string? password = null, LlmIdentity? agreed = null)
    {
        var bytes = content ?? InventedCv.File;
        using var stream = new MemoryStream(bytes);
        var artifact = await Artifacts.PutAsync(JobId, stream);
        await Jobs.CreateAsync(new CvJob
        {
            Id = JobId,
            Files = [new CvFile(artifact.Digest.Value, bytes.Length, name)],
            UploadedAt = Time.GetUtcNow(),
            Options = options ?? new SiteOptions(),
            Password = password,
            AgreedLlm = agreed,
        });
    }

    /// <summary>A worker's pipeline, whose world may stop.</summary>
    public CvPipeline Pipeline(Interruption? interruption = null, IResumeExtractor? extractor = null)
    {
        interruption ??= new Interruption();
        var artifacts = new InterruptedArtifacts(Artifacts, interruption);
        var jobs = new CvJobStore(new InterruptedRecords(Records, interruption));
        var options = Options.Create(new StagesOptions());
        var retention = new OriginalRetention(jobs, options, Time);
        var reader = new FakeReader(Document, Ledger, interruption) { OnInspect = OnInspect, OnRead = OnRead, OnPicture = OnPicture, Report = Report ?? new() { Format = Document.Format, Pages = Document.Pages.Count } };
        return new CvPipeline(
            Log,
            artifacts,
            jobs,
            retention,
            Time,
            new ValidationStage(reader, options),
            new ProcessingStage(reader, extractor ?? Extractor ?? new FakeExtractor(Extracted, Ledger, interruption), Llm),
            new GenerationStage(new FakeRenderer(Ledger, interruption), Check),
            new FinalizationStage(retention));
    }

    /// <summary>Runs the job to its end in one go, as a server or the command line would.</summary>
    public async Task<CvResult> RunAsync(string workflowId = JobId)
    {
        await using var tracker = new WorkflowTracker(Log);
        return await tracker.RunAsync(
            CvJob.WorkflowType,
            (workflow, token) => Pipeline().RunAsync(JobId, workflow, token),
            CvJson.Default.CvResult,
            new WorkflowOptions { Id = workflowId, JobId = JobId, Phases = CvPipeline.Phases });
    }

    /// <summary>All that was stored of the workflow, as it goes over the wire.</summary>
    public async Task<IReadOnlyList<(string Type, string Json)>> EventsAsync()
    {
        var events = new List<(string, string)>();
        await foreach (var stored in Log.ReadAsync(JobId, 0)) events.Add((stored.Type, Encoding.UTF8.GetString(stored.Data.Span)));
        return events;
    }

    private IReadOnlyList<SiteFinding> Check(Resumes.Resume resume, SiteOptions options, Site site)
    {
        Ledger.Note("Checking the site");
        return Findings;
    }
}
