using System.Text.Json;
using System.Text.Json.Nodes;
using LiveWorkflows.AspNetCore.Problems;
using LiveWorkflows.Errors;
using Microsoft.AspNetCore.Http.Features;
using Resume2Website.Documents;
using Resume2Website.Server.Access;
using Resume2Website.Server.Problems;
using Resume2Website.Sites;
using Resume2Website.Stages;

namespace Resume2Website.Server.Publishing;

/// <summary>Changes of a job's résumé and design, each answered with the preview already made.</summary>
internal static class EditingEndpoints
{
    /// <summary>A résumé may hold a photo.</summary>
    private const int MaxResumeBytes = 4 << 20;

    /// <summary>Everything else that is said here is short.</summary>
    private const int MaxBodyBytes = 64 << 10;

    public static void Map(IEndpointRouteBuilder job)
    {
        job.MapGet("/design", ShowDesignAsync).Produces<DesignView>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .WithName("GetDesign").WithSummary("The design of a job's site, and what there is to choose from.");
        job.MapPut("/design", SaveDesignAsync).Accepts<Design>("application/json").Produces<DesignView>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .WithName("SaveDesign").WithSummary("Changes template, accent, sections and privacy; the preview is rendered at once.");
        job.MapPut("/resume", SaveResumeAsync).Accepts<JsonObject>("application/json").Produces<ResumeSaved>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .WithName("SaveResume").WithSummary("Saves an edited JSON Resume; the preview is rendered at once, earlier versions are kept.");
    }

    private static async Task<IResult> ShowDesignAsync(HttpContext context, ClientLimits limits, SiteEditor editor, SiteBuilder builder, ISiteRenderer sites)
    {
        limits.TakeLook(context);
        var job = await editor.FindAsync(JobIdOf(context), context.RequestAborted);
        var resume = await editor.ReadResumeAsync(job, context.RequestAborted);
        var built = await builder.BuildAsync(resume, job.Options, context.RequestAborted);
        return Answer(context, new SavedSite(job, resume, built), sites);
    }

    private static async Task<IResult> SaveDesignAsync(HttpContext context, ClientLimits limits, SiteEditor editor, ISiteRenderer sites)
    {
        limits.TakeChange(context);
        var precondition = Precondition.Of(context.Request);
        var design = await ReadAsync(context, PublishingJson.Default.Design);
        DesignRules.Check(design, sites.Templates);
        return Answer(context, await editor.SaveDesignAsync(JobIdOf(context), precondition, design, context.RequestAborted), sites);
    }

    private static async Task<IResult> SaveResumeAsync(HttpContext context, ClientLimits limits, SiteEditor editor)
    {
        limits.TakeChange(context);
        var precondition = Precondition.Of(context.Request);
        using var body = await BodyAsync(context, MaxResumeBytes, PublishingProblems.ResumeTooLarge(MaxResumeBytes >> 20));
        try
        {
            var saved = await editor.SaveResumeAsync(JobIdOf(context), precondition, body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted);
            context.Response.GetTypedHeaders().ETag = Precondition.Tag(SiteEditor.ResumeTag(saved.Job));
            var answer = new ResumeSaved(
                CvUrls.Resume(saved.Job.Id), CvUrls.Site(saved.Job.Id), saved.Job.Sections, saved.Built.Findings, saved.Warnings,
                [.. saved.Job.EarlierResumes.Select(version => new EarlierResume($"{CvUrls.Resume(saved.Job.Id)}?version={version.Digest}", version.ReplacedAt))]);
            return Results.Json(answer, PublishingJson.Default.ResumeSaved);
        }
        catch (WorkflowException exception) when (exception.Error.Category == ErrorCategory.Input)
        {
            return WorkflowProblem.Of(exception.Error);
        }
        catch (DocumentException exception)
        {
            return WorkflowProblem.Of(exception.Error);
        }
    }

    private static IResult Answer(HttpContext context, SavedSite saved, ISiteRenderer sites)
    {
        context.Response.GetTypedHeaders().ETag = Precondition.Tag(SiteEditor.DesignTag(saved.Job));
        return Results.Json(new DesignView
        {
            Design = Design.Of(saved.Job.Options),
            Templates = sites.Templates,
            Languages = sites.Languages,
            ResumeLanguage = saved.Resume.Meta?.Language,
            Sections = SiteOutline.Of(saved.Resume, saved.Built.Site),
            HasPhoto = saved.Resume.Basics.Image is not null,
            Findings = saved.Built.Findings,
            SiteUrl = CvUrls.Site(saved.Job.Id),
        }, PublishingJson.Default.DesignView);
    }

    /// <exception cref="RefusedException">The body is not the JSON that is wanted, or too much of it.</exception>
    internal static async Task<T> ReadAsync<T>(HttpContext context, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) where T : class
    {
        using var body = await BodyAsync(context, MaxBodyBytes, PublishingProblems.BodyTooLarge(MaxBodyBytes >> 10));
        try
        {
            return JsonSerializer.Deserialize(body.GetBuffer().AsSpan(0, (int)body.Length), type) ?? throw new RefusedException(PublishingProblems.BodyInvalid);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Half of an escaped character passes the parser, and throws only when it is looked at.
            throw new RefusedException(PublishingProblems.BodyInvalid);
        }
    }

    private static async Task<MemoryStream> BodyAsync(HttpContext context, int maxBytes, WorkflowProblem tooLarge)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = maxBytes;
        var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            return body;
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new RefusedException(tooLarge);
        }
    }

    private static string JobIdOf(HttpContext context) => context.Features.GetRequiredFeature<JobOwnership>().JobId;
}
