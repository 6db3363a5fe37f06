using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Resume2Website.Resumes;
using Resume2Website.Sites;

namespace Resume2Website.Server.Tests.Publishing;

/// <summary>A site that breaks a rule of safety is neither saved nor published, whatever made it so.</summary>
public class BindingGateTests
{
    [Fact]
    public async Task SiteWithAScript_IsNeitherSavedNorPublished()
    {
        await using var server = new RunningServer { Configure = Spoil };
        await server.InitializeAsync();
        using var owner = await Owner.ArriveAsync(server);
        var (tag, page) = (await owner.TagAsync("design"), await owner.PreviewAsync());

        (await Owner.RefusedAsync(await owner.PutAsync("design", """{"template":"ledger"}"""), 422, "gate_failed")).Should().Contain("active_content");
        (await owner.TagAsync("design")).Should().Be(tag);
        (await owner.PreviewAsync()).Should().Be(page);

        var slug = Owner.NewSlug();
        await Owner.RefusedAsync(await owner.PostAsync("publish", $$"""{"slug":"{{slug}}"}"""), 422, "gate_failed");
        ((int)(await owner.Client.GetAsync($"/s/{slug}/")).StatusCode).Should().Be(404);
        var point = (await (await owner.GetAsync("publication")).JsonAsync()).GetProperty("checklist")[0];
        point.Text("gate").Should().Be("active_content");
        point.GetProperty("is_met").GetBoolean().Should().BeFalse();
        point.GetProperty("is_binding").GetBoolean().Should().BeTrue();
    }

    private static void Spoil(IServiceCollection services)
    {
        var real = services.Last(service => service.ServiceType == typeof(ISiteRenderer));
        services.AddSingleton<ISiteRenderer>(provider => new SpoiledRenderer(
            (ISiteRenderer)(real.ImplementationInstance ?? real.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, real.ImplementationType!))));
    }

    /// <summary>Adds a script to every Ledger, and to whatever gets an address.</summary>
    private sealed class SpoiledRenderer(ISiteRenderer real) : ISiteRenderer
    {
        public IReadOnlyList<TemplateInfo> Templates => real.Templates;

        public IReadOnlyList<string> Languages => real.Languages;

        public async Task<Site> RenderAsync(Resume resume, SiteOptions options, CancellationToken cancellationToken = default)
        {
            var site = await real.RenderAsync(resume, options, cancellationToken);
            if (options.Template != "ledger" && options.BaseUrl is null) return site;
            return new Site([.. site.Files.Select(file => file.Path != "index.html" ? file
                : file with { Content = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file.Content.Span).Replace("</body>", "<script>1</script></body>", StringComparison.Ordinal)) })]);
        }
    }
}
