using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LiveWorkflows.AspNetCore.Tests;

public sealed class MapLiveWorkflowsTests
{
    [Fact]
    public async Task MapLiveWorkflows_WithoutTheTracker_NamesTheMissingCall()
    {
        await using var application = WebApplication.CreateSlimBuilder().Build();

        application.Invoking(app => app.MapLiveWorkflows()).Should().Throw<InvalidOperationException>().WithMessage("*AddLiveWorkflows()*");
    }

    [Fact]
    public async Task MapLiveWorkflows_WithoutTheEndpoints_NamesTheMissingCall()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddLiveWorkflowsInMemory().AddLiveWorkflows();
        await using var application = builder.Build();

        application.Invoking(app => app.MapLiveWorkflows()).Should().Throw<InvalidOperationException>().WithMessage("*AddLiveWorkflowsEndpoints()*");
    }
}
