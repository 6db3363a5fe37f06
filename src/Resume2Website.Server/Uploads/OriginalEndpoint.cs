using System.Globalization;
using System.IO.Compression;
using LiveWorkflows.Artifacts;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Resume2Website.Documents;
using Resume2Website.Server.Access;
using Resume2Website.Server.Problems;
using Resume2Website.Stages;

namespace Resume2Website.Server.Uploads;

/// <summary>The upload itself, for its owner: the file as it came, or a zip archive of several photos. Never shown in the browser: it is somebody else's file on this server's address.</summary>
internal static class OriginalEndpoint
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>When the photos were taken is nobody's business; this is the earliest time that an archive can hold.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Map(IEndpointRouteBuilder job) => job.MapMethods("/original", Reading, SendAsync)
        .Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone)
        .WithSummary("The upload itself, while it is kept; several photos as a zip archive.");

    private static async Task<IResult> SendAsync(HttpContext context, CvJobStore jobs, IArtifactStore artifacts)
    {
        var jobId = context.Features.GetRequiredFeature<JobOwnership>().JobId;
        if (await jobs.FindAsync(jobId, context.RequestAborted) is not { } job) return ServerProblems.NotReady;
        if (job.OriginalDeleted) return ServerProblems.OriginalGone;
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        if (job.Files is not [var file])
            return await PackAsync(job, artifacts, context.RequestAborted) is { } archive ? Results.Stream(archive, "application/zip", "original.zip") : ServerProblems.NotFound;
        if (await OpenAsync(artifacts, jobId, file, context.RequestAborted) is not { } content) return ServerProblems.NotFound;
        return Results.Stream(content, "application/octet-stream", file.Name is { Length: > 0 } name ? name : "original", entityTag: new EntityTagHeaderValue($"\"{file.Digest}\""));
    }

    /// <summary>All of them as one archive, in memory as they were when they arrived; null when one is gone.</summary>
    private static async Task<Stream?> PackAsync(CvJob job, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        var packed = new MemoryStream();
        await using (var archive = await ZipArchive.CreateAsync(packed, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken))
        {
            foreach (var (index, file) in job.Files.Index())
            {
                if (await OpenAsync(artifacts, job.Id, file, cancellationToken) is not { } content) return null;
                await using (content)
                {
                    // Their own names could lead out of the folder into which somebody unpacks them.
                    var entry = archive.CreateEntry(string.Create(CultureInfo.InvariantCulture, $"page-{index + 1:00}{EndingOf(file.Format)}"), CompressionLevel.NoCompression);
                    entry.LastWriteTime = NoTime;
                    await using var target = await entry.OpenAsync(cancellationToken);
                    await content.CopyToAsync(target, cancellationToken);
                }
            }
        }

        packed.Position = 0;
        return packed;
    }

    private static ValueTask<Stream?> OpenAsync(IArtifactStore artifacts, string jobId, CvFile file, CancellationToken cancellationToken) =>
        ArtifactDigest.TryParse(file.Digest, out var digest) ? artifacts.OpenAsync(jobId, digest, cancellationToken) : ValueTask.FromResult<Stream?>(null);

    private static string EndingOf(DocumentFormat? format) => format switch
    {
        DocumentFormat.Jpeg => ".jpg",
        DocumentFormat.Png => ".png",
        DocumentFormat.WebP => ".webp",
        DocumentFormat.Tiff => ".tif",
        _ => "",
    };
}
