using Resume2Website.Server.Problems;

namespace Resume2Website.Server.Access;

/// <summary>Stands before every route with a <c>job_id</c>: whoever may not see the job gets 404, whatever the route does.</summary>
internal sealed class JobFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var access = http.RequestServices.GetRequiredService<JobAccess>();
        if (http.GetRouteValue("job_id") is not string jobId || await access.FindAsync(http, jobId) is not { } ownership) return ServerProblems.NotFound;
        http.Features.Set(ownership);
        return await next(context);
    }
}
