using System.Globalization;
using LiveWorkflows.AspNetCore.Problems;
using LiveWorkflows.Errors;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Resume2Website.Server.Access;
using Resume2Website.Server.Problems;
using Resume2Website.Sites.Printing;
using Resume2Website.Stages;

namespace Resume2Website.Server.Publishing;

/// <summary>The site as a PDF, printed when it is asked for.</summary>
internal static class PdfEndpoint
{
    private const string ContentType = "application/pdf";

    public static void Map(IEndpointRouteBuilder job) =>
        job.MapMethods("/site.pdf", [HttpMethods.Get, HttpMethods.Head], SendAsync)
            .Produces<Stream>(StatusCodes.Status200OK, ContentType).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status501NotImplemented).ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("The site as a PDF; 'paper' is a4 or letter.");

    private static async Task<IResult> SendAsync(HttpContext context, CvJobStore jobs, CurrentFiles files, ISitePrinter printer, string? paper = null)
    {
        var (jobId, aborted) = (context.Features.GetRequiredFeature<JobOwnership>().JobId, context.RequestAborted);
        var wanted = Paper.A4;
        if (paper is not null && !(Enum.TryParse(paper, ignoreCase: true, out wanted) && Enum.IsDefined(wanted) && !char.IsAsciiDigit(paper[0]))) return ServerProblems.Of(StatusCodes.Status400BadRequest);
        if (await jobs.FindAsync(jobId, aborted) is not { Site.Count: > 0, SiteZip: { } zip } job) return ServerProblems.NotReady;
        if (!printer.IsAvailable) return new WorkflowProblem(StatusCodes.Status501NotImplemented, PrintingErrors.Unavailable);

        var headers = context.Response.Headers;
        headers.CacheControl = "private, no-cache";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        if (HttpMethods.IsHead(context.Request.Method) || Has(context.Request, TagOf(job, zip, wanted))) return Results.Bytes([], ContentType, "cv.pdf", entityTag: TagOf(job, zip, wanted));

        try
        {
            if (await files.ReadSiteAsync(jobId, aborted) is not { } current) return ServerProblems.NotFound;
            var pdf = await printer.PrintAsync(current.Site, new PrintOptions { Paper = wanted, AsOf = current.Job.Options.AsOf }, aborted);
            return Results.Bytes(pdf, ContentType, "cv.pdf", entityTag: TagOf(current.Job, current.Job.SiteZip!, wanted));
        }
        catch (WorkflowException exception)
        {
            return WorkflowProblem.Of(exception.Error);
        }
    }

    // The same site, day and paper give the same PDF: whoever has it need not have it printed again.
    private static EntityTagHeaderValue TagOf(CvJob job, string zip, Paper paper) => new($"\"{zip}-{job.Options.AsOf?.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{paper}\"");

    private static bool Has(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false));
}
