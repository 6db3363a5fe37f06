using System.Text.Json;
using System.Text.Json.Serialization;
using LiveWorkflows.AspNetCore;
using LiveWorkflows.AspNetCore.Access;
using LiveWorkflows.AspNetCore.Endpoints;
using LiveWorkflows.Jobs;
using Microsoft.Extensions.Options;
using Resume2Website.Documents;
using Resume2Website.Extraction.Llm;
using Resume2Website.Server.Access;
using Resume2Website.Server.Journey;
using Resume2Website.Server.Operators;
using Resume2Website.Server.Publishing;
using Resume2Website.Server.Uploads;
using Resume2Website.Sites.Printing;
using Resume2Website.Stages;
using Resume2Website.Templates;

namespace Resume2Website.Server.Hosting;

/// <summary>Everything the server is made of.</summary>
internal static class ServerServices
{
    private const string ApplicationName = "resume2website";
    private const string WorkFolder = "temp";
    private const string NoLogFiles = "none";
    private static readonly string[] CorsHeaders = ["Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match", "Last-Event-ID"];
    private static readonly string[] CorsExposedHeaders = ["ETag", "Location", "Retry-After"];

    public static IServiceCollection AddResume2Website(this IServiceCollection services, ServerOptions options)
    {
        services.AddLiveWorkflowsSqlite(storage => storage.DataDirectory = DataPath.Resolve(options.DataDirectory));
        services.Configure<JobQueueOptions>(queue => queue.MaxWaiting = options.Limits.MaxQueuedJobs);
        services.AddSingleton(Options.Create(options.Alerts));
        services.AddLiveWorkflows();
        services.AddWorkflowLogFiles(files =>
        {
            files.ApplicationName = ApplicationName;
            files.Enabled = !string.Equals(options.LogDirectory, NoLogFiles, StringComparison.OrdinalIgnoreCase);
            files.Directory = options.LogDirectory;
        });
        services.AddJobRunner(runner => runner.Workers = options.Limits.Workers);
        services.AddSingleton<IWorkflowAccess, WorkflowAccess>();
        services.AddLiveWorkflowsEndpoints();
        services.AddSiteTemplates();
        services.AddSingleton<GalleryPages>();
        services.AddSitePrinting(printing => printing.Browser = string.IsNullOrEmpty(options.PdfBrowser) ? null : options.PdfBrowser);
        services.AddCvPipeline(stages =>
        {
            stages.MaxUploadBytes = options.MaxUploadBytes;
            stages.OriginalRetention = options.Retention.Originals;
        });
        services.Configure<ReaderOptions>(reader => reader.WorkDirectory = Path.Combine(DataPath.Resolve(options.DataDirectory), WorkFolder));
        services.ConfigureHttpJsonOptions(json =>
        {
            // Answers are written by contexts of their own, by the same rules; the document of the API reads them from here.
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        });
        services.AddLlmExtraction(options.Llm);
        return services.AddAccess(options).AddUploads().AddPublishing().AddSingleton<Readiness>().AddSingleton(DocumentPrograms.Installed).AddHostedService<WarmUp>()
            .AddOpenApi(api => api.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "Resume2Website";
                return Task.CompletedTask;
            }));
    }

    private static IServiceCollection AddAccess(this IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton<TicketKey>().AddSingleton<Tickets>().AddSingleton<JobOwnershipStore>().AddSingleton<JobAccess>().AddSingleton<OperatorAccess>();
        services.AddSingleton<ClientLimits>().AddSingleton<LlmCallLimit>().AddSingleton<ILlmCallLimit>(provider => provider.GetRequiredService<LlmCallLimit>());
        services.Configure<LiveWorkflowsEndpointOptions>(streams => streams.ClientOf = ClientAddress.Of);
        return services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins([.. options.Access.AllowedOrigins]).AllowAnyMethod().WithHeaders(CorsHeaders).WithExposedHeaders(CorsExposedHeaders)));
    }

    private static IServiceCollection AddPublishing(this IServiceCollection services) =>
        services.AddSingleton<PreviewKeys>().AddSingleton<SiteEditor>().AddSingleton<CurrentFiles>().AddSingleton<Looks>().AddSingleton<PublicationStore>().AddSingleton<VersionFiles>()
            .AddSingleton<Publisher>().AddSingleton<PublicAddress>().AddSingleton<PublishedSites>().AddSingleton<PublishedSiteServer>();

    private static IServiceCollection AddUploads(this IServiceCollection services)
    {
        services.AddSingleton<UploadReader>().AddSingleton<UploadSlots>().AddSingleton<UploadDesk>().AddSingleton<Intake>();
        services.AddSingleton<IdempotencyClaims>().AddSingleton<JobEraser>().AddSingleton<JobStopper>().AddSingleton<JobRetry>().AddSingleton<JobViews>();
        services.AddSingleton<WaitingJobs>().AddSingleton<IWorkflowStarter, CvStarter>();
        services.AddSingleton<RetentionService>().AddHostedService(provider => provider.GetRequiredService<RetentionService>());
        return services;
    }
}
