using LiveWorkflows.Artifacts;
using LiveWorkflows.Records;
using Resume2Website.Server.Publishing;

namespace Resume2Website.Server.Tests.Publishing;

/// <summary>What breaks off in the middle leaves nothing behind.</summary>
public sealed class BrokenOffTests
{
    [Fact]
    public async Task Publication_ThatFailsWhileItsFilesAreStored_LeavesNone_AndShowsWhatWasShown()
    {
        await using var server = await StartAsync();
        using var owner = await Owner.ArriveAsync(server);
        var artifacts = (WatchedArtifacts)server.Get<IArtifactStore>();
        var url = (await owner.PublishAsync(Owner.NewSlug())).Text("url");
        await owner.DesignAsync("""{"template":"ledger"}""");
        var (second, puts, other) = (PublicationStore.OwnerOf(owner.JobId, 2), 0, Owner.NewSlug());
        artifacts.BeforePut = to => to == second && ++puts == 4 ? throw new IOException("The disk broke.") : Task.CompletedTask;

        ((int)(await owner.PostAsync("publish", $$"""{"slug":"{{other}}"}""")).StatusCode).Should().Be(500);
        puts.Should().Be(4);
        (await artifacts.ListAsync(second).AnyAsync()).Should().BeFalse();
        (await server.Get<IRecordStore>().GetAsync("slug/" + other)).Should().BeNull();
        (await owner.Client.GetStringAsync(url)).Should().Contain("_v1/");
        (await owner.PublishAsync()).GetProperty("version").GetInt32().Should().Be(3);
    }

    [Theory]
    [InlineData("design", """{"template":"ledger"}""")]
    [InlineData("resume", """{"basics":{"name":"Ada Example"}}""")]
    public async Task Edit_ThatFailsWhileItsFilesAreStored_LeavesNone(string part, string json)
    {
        await using var server = await StartAsync();
        using var owner = await Owner.ArriveAsync(server);
        var artifacts = (WatchedArtifacts)server.Get<IArtifactStore>();
        await owner.DesignAsync("""{"template":"gutter"}""");
        var before = await artifacts.ListAsync(owner.JobId).Select(artifact => artifact.Digest).ToListAsync();
        var puts = 0;
        artifacts.BeforePut = _ => ++puts == 5 ? throw new IOException("The disk broke.") : Task.CompletedTask;

        ((int)(await owner.PutAsync(part, json)).StatusCode).Should().Be(500);
        (await artifacts.ListAsync(owner.JobId).Select(artifact => artifact.Digest).ToListAsync()).Should().BeEquivalentTo(before);
        (await owner.PreviewAsync()).Should().Contain(SampleCv.Name);
        (await owner.PutAsync(part, json)).EnsureSuccessStatusCode();
    }

    private static async Task<RunningServer> StartAsync()
    {
        var server = new RunningServer { Configure = WatchedArtifacts.Register };
        await server.InitializeAsync();
        return server;
    }
}
