using LiveWorkflows.Records;
using LiveWorkflows.Sqlite;
using Microsoft.Extensions.Options;
using Resume2Website.Extraction;
using Resume2Website.Server.Access;
using Resume2Website.Server.Journey;
using Resume2Website.Server.Operators;
using Resume2Website.Server.Problems;
using Resume2Website.Server.Publishing;
using Resume2Website.Server.Telemetry;
using Resume2Website.Server.Uploads;
using Resume2Website.Stages;
using Scalar.AspNetCore;

namespace Resume2Website.Server.Hosting;

/// <summary>The web application: settings, services, routes, and how it starts and ends.</summary>
internal static class ServerHost
{
    private const int StartFailed = 1;

    /// <summary>Serves until the process is asked to end; what keeps it from starting is told in one sentence.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        MatchTimeLimit.Set();
        if (args.Any(argument => argument is "--help" or "-h" or "-?"))
        {
            await Console.Out.WriteLineAsync(HelpText.Text);
            return 0;
        }

        try
        {
            await using var app = Build(args);
            await StartAsync(app);
            await Console.Out.WriteLineAsync($"Resume2Website is ready: {string.Join(", ", app.Urls)}");
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception exception) when (StartFailures.Explain(exception) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return StartFailed;
        }
    }

    /// <summary>Builds the application without starting it.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="configure">Changes services before they are built; for tests.</param>
    /// <exception cref="StartRefusedException">The settings are wrong, or the data directory cannot be had.</exception>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var options = Settings.Read(builder.Configuration);
        builder.WebHost.UseKestrelHttpsConfiguration();
        Listening.Configure(builder, options);
        var isStarted = false;
        ConsoleLogs.Configure(builder.Logging, () => isStarted);
        builder.Services.AddSingleton(Options.Create(options)).AddResume2Website(options);
        builder.Services.AddSingleton<PrometheusMetrics>();
        OtlpExport.Add(builder.Services, builder.Configuration, options.Telemetry);
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => isStarted = true);
        OpenStorage(app.Services);
        app.Services.GetRequiredService<PrometheusMetrics>();
        Map(app, options);
        return app;
    }

    private static async Task StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch
        {
            // What was started before is ended in order: taken apart in mid-work it would say so, beside the sentence that says what is wrong.
            await app.StopAsync();
            throw;
        }
    }

    private static void Map(WebApplication app, ServerOptions options)
    {
        KnownProxies.Use(app, options.Access);
        SecurityHeaders.Use(app);
        app.UseMiddleware<ProblemMiddleware>();
        app.UseSiteHost();
        app.UseMiddleware<CrossSiteGuard>();
        if (options.Access.AllowedOrigins.Count > 0) app.UseCors();

        var job = app.MapGroup("/api/v1/cv/{job_id}").AddEndpointFilter<ProblemPageFilter>().AddEndpointFilter<JobFilter>().WithTags("CVs");
        UploadEndpoints.Map(app, job);
        JobEndpoints.Map(app, job);
        LinesEndpoint.Map(job);
        OriginalEndpoint.Map(job);
        PublishingEndpoints.Map(app, job);
        LimitsEndpoints.Map(app);
        HealthEndpoints.Map(app);
        app.MapLiveWorkflows();
        app.MapWorkflowStream("/api/v1/sse/cv-processing/{workflowId}", CvJob.WorkflowType);
        app.MapOpenApi();
        app.MapScalarApiReference("/scalar", page =>
        {
            // Everything comes from this server: no fonts, proxy, statistics or assistant of anybody else.
            page.Title = "Resume2Website API";
            page.WithOpenApiRoutePattern("/openapi/{documentName}.json").DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideDeveloperTools().HideClientButton();
        }).ExcludeFromDescription();
        MetricsEndpoint.Map(app);
        GalleryEndpoints.Map(app);
        app.MapJourney();
    }

    /// <summary>The data directory is taken before anything listens, so that a second server says so and ends.</summary>
    private static void OpenStorage(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IRecordStore>();
        }
        catch (Exception exception) when (exception is DataDirectoryInUseException or UnauthorizedAccessException or IOException)
        {
            throw StartFailures.DataDirectory(exception, services.GetRequiredService<IOptions<ServerOptions>>().Value);
        }
    }
}
