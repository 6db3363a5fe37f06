using LiveWorkflows.AspNetCore.Problems;

namespace Resume2Website.Server.Problems;

/// <summary>Answers browsers that open an address, or frame it, with a page where it is refused; programs, which do not ask for HTML, get the problem as JSON.</summary>
internal sealed class ProblemPageFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!IsOpened(context.HttpContext.Request)) return await next(context);
        try
        {
            var answer = await next(context);
            return answer is WorkflowProblem problem ? new ProblemPage(problem) : answer;
        }
        catch (RefusedException refused)
        {
            return new ProblemPage(refused.Problem);
        }
    }

    private static bool IsOpened(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
