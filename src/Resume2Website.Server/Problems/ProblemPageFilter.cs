using LiveWorkflows.AspNetCore.Problems;
using Resume2Website.Server.Hosting;

namespace Resume2Website.Server.Problems;

/// <summary>Answers browsers that open an address, or frame it, with a page where it is refused; programs, which do not ask for HTML, get the problem as JSON.</summary>
internal sealed class ProblemPageFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!context.HttpContext.Request.IsOpenedInABrowser()) return await next(context);
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
}
