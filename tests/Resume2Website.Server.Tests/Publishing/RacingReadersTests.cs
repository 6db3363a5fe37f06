using System.Net;
using System.Text;
using LiveWorkflows.Artifacts;
using Microsoft.Extensions.DependencyInjection;
using Resume2Website.Sites;
using Resume2Website.Sites.Printing;

namespace Resume2Website.Server.Tests.Publishing;

/// <summary>Whoever reads a file that an edit takes away in the same moment gets the new one, however many edits follow each other.</summary>
public sealed class RacingReadersTests
{
    private const int Edits = 5;

    [Theory]
    [InlineData("site.zip")]
    [InlineData("site.pdf")]
    [InlineData("site/")]
    public async Task Read_WhileEditsTakeTheFileAway_GetsTheNewestOne(string part)
    {
        await using var server = new RunningServer { Configure = Configure };
        await server.InitializeAsync();
        using var owner = await Owner.ArriveAsync(server);
        var artifacts = (WatchedArtifacts)server.Get<IArtifactStore>();
        var (edits, isEditing) = (0, false);
        artifacts.BeforeOpen = async () =>
        {
            if (isEditing || edits == Edits) return;
            isEditing = true;
            await owner.DesignAsync($$$"""{"section_titles":{"work":"Title {{{++edits}}}"}}""");
            isEditing = false;
        };
        using var response = await owner.GetAsync(part);

        response.StatusCode.Should().Be(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        edits.Should().Be(Edits);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"{owner.Url}/{part}");
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        (await owner.Client.SendAsync(again)).StatusCode.Should().Be(HttpStatusCode.NotModified, "it is the newest one, under its own tag");
        if (part != "site.zip") (await response.Content.ReadAsStringAsync()).Should().Contain($"Title {Edits}");
    }

    private static void Configure(IServiceCollection services)
    {
        WatchedArtifacts.Register(services);
        services.AddSingleton<ISitePrinter, PlainPrinter>();
    }

    /// <summary>Prints nothing but the page's text, so that it can be looked at.</summary>
    private sealed class PlainPrinter : ISitePrinter
    {
        public bool IsAvailable => true;

        public Task<byte[]> PrintAsync(Site site, PrintOptions options, CancellationToken cancellationToken = default) =>
            Task.FromResult(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(site.Find("index.html")!.Content.Span)));
    }
}
