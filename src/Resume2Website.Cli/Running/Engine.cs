using System.Text.Json.Serialization.Metadata;
using LiveWorkflows;
using LiveWorkflows.Artifacts;
using Microsoft.Extensions.DependencyInjection;
using Resume2Website.Cli.Output;
using Resume2Website.Documents;
using Resume2Website.Extraction;
using Resume2Website.Extraction.Llm;
using Resume2Website.Screening;
using Resume2Website.Sites;
using Resume2Website.Sites.Printing;
using Resume2Website.Stages;
using Resume2Website.Templates;

namespace Resume2Website.Cli.Running;

/// <summary>The server's own stages, on storage in memory.</summary>
internal sealed class Engine : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private readonly LlmEnvironment _llm;

    private Engine(ServiceProvider services, LlmEnvironment llm) => (_services, _llm) = (services, llm);

    public static Engine Start()
    {
        var llm = LlmEnvironment.Read();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddLiveWorkflowsInMemory();
        services.AddLiveWorkflows();
        services.AddSiteTemplates();
        services.AddCvPipeline();
        services.AddSitePrinting();
        if (llm.Problems.Count == 0) services.AddLlmExtraction(llm.Options);
        var provider = services.BuildServiceProvider();
        provider.GetRequiredService<ReaderProcessPool>().WarmUp();
        // While the reader starts and reads, the extraction loads its models.
        provider.GetRequiredService<IResumeExtractor>();
        return new Engine(provider, llm);
    }

    /// <summary>What prints PDFs.</summary>
    public ISitePrinter Printer => _services.GetRequiredService<ISitePrinter>();

    public async Task<BuiltCv> BuildAsync(CvInput input, SiteOptions options, IRunDisplay display, CancellationToken cancellationToken)
    {
        var (result, job) = await RunAsync(input, options, display, CvJson.Default.CvResult, Pipeline.RunAsync, cancellationToken);
        var files = new List<SiteFile>();
        foreach (var file in job.Site) files.Add(new SiteFile(file.Path, file.ContentType, await FetchAsync(job.Id, file.Digest, cancellationToken)));
        await ForgetAsync(job.Id);
        return new BuiltCv(result, new Site(files), job.Findings);
    }

    /// <summary>The résumé's file.</summary>
    public async Task<byte[]> ExtractAsync(CvInput input, IRunDisplay display, CancellationToken cancellationToken)
    {
        var (_, job) = await RunAsync(input, new SiteOptions(), display, CvJson.Default.CvJob, Pipeline.ExtractAsync, cancellationToken);
        return await FetchAsync(job.Id, job.Resume!, cancellationToken);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private CvPipeline Pipeline => _services.GetRequiredService<CvPipeline>();

    private CvJobStore Jobs => _services.GetRequiredService<CvJobStore>();

    private IArtifactStore Artifacts => _services.GetRequiredService<IArtifactStore>();

    private async Task<(T Result, CvJob Job)> RunAsync<T>(
        CvInput input, SiteOptions options, IRunDisplay display, JsonTypeInfo<T> type,
        Func<string, Workflow, CancellationToken, Task<T>> stages, CancellationToken cancellationToken)
    {
        var consent = input.AskLlm ? _llm.RequireModel() : null;
        if (consent is not null) display.Say($"The text of the CV goes to the language model {consent.Model} at {consent.Host}{(_llm.Options.IsLocal ? ", on this machine" : "")}.");
        var id = WorkflowId.New();
        var files = new List<CvFile>();
        foreach (var (name, bytes) in input.Files)
        {
            using var content = new MemoryStream(bytes, writable: false);
            var original = await Artifacts.PutAsync(id, content, cancellationToken);
            files.Add(new CvFile(original.Digest.Value, bytes.Length, FileName.Clean(name)));
        }

        await Jobs.CreateAsync(new CvJob
        {
            Id = id,
            Files = files,
            UploadedAt = _services.GetRequiredService<TimeProvider>().GetUtcNow(),
            Options = options,
            Password = input.Password,
            AgreedLlm = consent,
        }, cancellationToken);
        try
        {
            var result = await _services.GetRequiredService<WorkflowTracker>().RunAsync(
                CvJob.WorkflowType,
                (workflow, token) =>
                {
                    display.Watch(workflow);
                    return stages(id, workflow, token);
                },
                type,
                new WorkflowOptions { Id = id, Phases = CvPipeline.Phases },
                cancellationToken);
            return (result, (await Jobs.FindAsync(id, cancellationToken))!);
        }
        catch
        {
            await ForgetAsync(id);
            throw;
        }
    }

    // A CV that is built again and again would fill the memory.
    private async Task ForgetAsync(string jobId)
    {
        await Artifacts.DeleteAllAsync(jobId, CancellationToken.None);
        await Jobs.DeleteAsync(jobId, CancellationToken.None);
        await _services.GetRequiredService<WorkflowTracker>().DeleteAsync(jobId, CancellationToken.None);
    }

    private async Task<byte[]> FetchAsync(string jobId, string digest, CancellationToken cancellationToken)
    {
        if (!ArtifactDigest.TryParse(digest, out var parsed)) throw new InvalidDataException("A job names an artifact by something that is no digest.");
        var stream = await Artifacts.OpenAsync(jobId, parsed, cancellationToken) ?? throw new InvalidDataException("An artifact that a job names is not there.");
        await using (stream)
        {
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, cancellationToken);
            return bytes.ToArray();
        }
    }
}
