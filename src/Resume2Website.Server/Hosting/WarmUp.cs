using Resume2Website.Documents;
using Resume2Website.Extraction;
using Resume2Website.Sites;

namespace Resume2Website.Server.Hosting;

/// <summary>Takes a few lines through reader, extraction and templates once the server listens, so that the first visitor does not wait for the compiler.</summary>
internal sealed partial class WarmUp(
    IDocumentReader reader, IResumeExtractor extractor, ISiteRenderer renderer, IHostApplicationLifetime lifetime, ILogger<WarmUp> logger) : BackgroundService
{
    private static readonly byte[] Lines = """
        Alex Example
        alex@example.com

        Experience
        Engineer, Example Ltd
        2019 - 2021
        - Built things

        Education
        BSc Physics, Example University
        2015 - 2018

        Skills
        Python, SQL
        """u8.ToArray();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        try
        {
            await started.Task.WaitAsync(stoppingToken);
            var document = await reader.ReadAsync(new DocumentSource(Lines, DocumentFormat.Text), null, stoppingToken);
            var extracted = await extractor.ExtractAsync(document, null, stoppingToken);
            await renderer.RenderAsync(extracted.Resume, new SiteOptions(), stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // Whatever is wrong will be said by the jobs that need it, and by /health/ready.
            LogFailed(logger, exception.GetType().Name);
        }
        catch (OperationCanceledException)
        {
            // The server ends before it was warm.
        }
    }

    [LoggerMessage(LogLevel.Warning, "The server could not be warmed up ({ExceptionType})")]
    private static partial void LogFailed(ILogger logger, string exceptionType);
}
