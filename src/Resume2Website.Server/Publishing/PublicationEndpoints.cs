using Microsoft.AspNetCore.Http.Features;
using Resume2Website.Server.Access;
using Resume2Website.Server.Problems;
using Resume2Website.Stages;

namespace Resume2Website.Server.Publishing;

/// <summary>Publishing, taking away, bringing back, and how it stands.</summary>
internal static class PublicationEndpoints
{
    private const string Qr = "/publication/qr.svg";

    /// <summary>Stands in for an address that was not chosen yet, so that the list can be checked before.</summary>
    private const string NoSlugYet = "your-name";

    public static void Map(IEndpointRouteBuilder job)
    {
        job.MapGet("/publication", ShowAsync).Produces<PublicationView>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .WithName("GetPublication").WithSummary("What is published of a job, its versions, and the list to check before.");
        job.MapGet(Qr, ShowQrAsync).Produces<string>(StatusCodes.Status200OK, "image/svg+xml").ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("GetPublicationQr").WithSummary("The public address as a QR code.");
        job.MapPost("/publish", PublishAsync).Accepts<PublishRequest>("application/json").Produces<PublicationView>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .WithName("Publish").WithSummary("Publishes the site as it is now, at an address of its own.");
        job.MapPost("/unpublish", UnpublishAsync).Produces<PublicationView>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("Unpublish").WithSummary("Takes the site off the net; its address stays the job's own.");
        job.MapPost("/rollback", RollBackAsync).Accepts<RollbackRequest>("application/json").Produces<PublicationView>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .WithName("RollBack").WithSummary("Shows an earlier version again.");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, ClientLimits limits, SiteEditor editor, SiteBuilder builder, PublicationStore publications, PublicAddress address)
    {
        limits.TakeLook(context);
        return await TellAsync(context, editor, builder, publications, address);
    }

    private static async Task<IResult> TellAsync(HttpContext context, SiteEditor editor, SiteBuilder builder, PublicationStore publications, PublicAddress address)
    {
        var job = await editor.FindAsync(JobIdOf(context), context.RequestAborted);
        var publication = await publications.FindAsync(job.Id, context.RequestAborted);
        var baseUrl = publication?.Address is { } known ? new Uri(known) : address.Of(context.Request, NoSlugYet);
        var resume = await editor.ReadResumeAsync(job, context.RequestAborted);
        var built = await builder.BuildAsync(resume, job.Options with { BaseUrl = baseUrl }, context.RequestAborted);
        return await AnswerAsync(context, job, built, publications, address);
    }

    private static async Task<IResult> PublishAsync(
        HttpContext context, ClientLimits limits, SiteEditor editor, Publisher publisher, PublicationStore publications, PublicAddress address)
    {
        limits.TakeChange(context);
        var request = context.Request.HasJsonContentType() ? await EditingEndpoints.ReadAsync(context, PublishingJson.Default.PublishRequest) : new PublishRequest();
        var jobId = JobIdOf(context);
        var published = await publisher.PublishAsync(jobId, request.Slug, slug => address.Of(context.Request, slug), context.RequestAborted);
        return await AnswerAsync(context, await editor.FindAsync(jobId, context.RequestAborted), published.Built, publications, address, published.IsUnchanged);
    }

    // Not counted: whoever wants their page off the net does not wait for it.
    private static async Task<IResult> UnpublishAsync(HttpContext context, SiteEditor editor, SiteBuilder builder, Publisher publisher, PublicationStore publications, PublicAddress address)
    {
        await publisher.UnpublishAsync(JobIdOf(context), context.RequestAborted);
        return await TellAsync(context, editor, builder, publications, address);
    }

    private static async Task<IResult> RollBackAsync(
        HttpContext context, ClientLimits limits, SiteEditor editor, SiteBuilder builder, Publisher publisher, PublicationStore publications, PublicAddress address)
    {
        limits.TakeChange(context);
        var request = context.Request.HasJsonContentType() ? await EditingEndpoints.ReadAsync(context, PublishingJson.Default.RollbackRequest) : new RollbackRequest();
        await publisher.RollBackAsync(JobIdOf(context), request.Version, context.RequestAborted);
        return await TellAsync(context, editor, builder, publications, address);
    }

    private static async Task<IResult> ShowQrAsync(HttpContext context, PublicationStore publications) =>
        (await publications.FindAsync(JobIdOf(context), context.RequestAborted))?.Address is { } address
            ? Results.Text(QrCode.Svg(new Uri(address)), "image/svg+xml") : ServerProblems.NotFound;

    private static async Task<IResult> AnswerAsync(HttpContext context, CvJob job, CheckedSite built, PublicationStore publications, PublicAddress address, bool? isUnchanged = null)
    {
        // A site outlives the month of its making; its owner's session lasts anew with each visit.
        if (VisitorSession.Find(context) is not null) VisitorSession.Ensure(context);
        var publication = await publications.FindAsync(job.Id, context.RequestAborted);
        var record = publication?.Slug is not { } slug ? null : await publications.FindSlugAsync(slug, context.RequestAborted);
        var prefix = address.Of(context.Request, "x").AbsoluteUri;
        return Results.Json(new PublicationView
        {
            IsPublished = record is { Live: not null },
            Slug = publication?.Slug,
            Url = publication?.Address,
            UrlPrefix = prefix[..^2],
            QrUrl = publication?.Address is null ? null : CvUrls.Job(job.Id) + Qr,
            Version = record?.Live,
            IsUnchanged = isUnchanged,
            HasChanges = record?.Find(record.Live) is { } shown && shown.Source != Publisher.SourceOf(job),
            Versions = [.. (record?.Versions ?? []).Reverse().Select(version => new VersionView(version.Number, version.PublishedAt, version.Template, version.Accent, version.Number == record!.Live))],
            Checklist = Checklist.Of(built),
        }, PublishingJson.Default.PublicationView);
    }

    private static string JobIdOf(HttpContext context) => context.Features.GetRequiredFeature<JobOwnership>().JobId;
}
