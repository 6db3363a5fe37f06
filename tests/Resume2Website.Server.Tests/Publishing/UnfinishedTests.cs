using LiveWorkflows.Artifacts;
using Resume2Website.Server.Publishing;
using Resume2Website.Server.Uploads;

namespace Resume2Website.Server.Tests.Publishing;

/// <summary>What a server that stopped in the middle of a publication left is brought to its end.</summary>
public class UnfinishedTests(RunningServer server)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task StoppedBeforeTheSwitch_TheFilesGo_WithTheNextSweepOrChange(bool isSwept)
    {
        using var owner = await Owner.ArriveAsync(server);
        await owner.PublishAsync(Owner.NewSlug());
        var (store, artifacts, other) = (server.Get<PublicationStore>(), server.Get<IArtifactStore>(), Owner.NewSlug());
        await store.UpdateAsync(owner.JobId, known => known with { LastVersion = 2, Claims = [.. known.Claims, other], Started = new StartedVersion(2, other, $"https://example.org/{other}/") }, default);
        using var content = new MemoryStream("half a site"u8.ToArray());
        await artifacts.PutAsync(PublicationStore.OwnerOf(owner.JobId, 2), content);

        if (isSwept) await server.Get<RetentionService>().SweepAsync(default);
        else (await owner.PostAsync("unpublish")).EnsureSuccessStatusCode();

        (await artifacts.ListAsync(PublicationStore.OwnerOf(owner.JobId, 2)).AnyAsync()).Should().BeFalse();
        var publication = (await store.FindAsync(owner.JobId, default))!;
        publication.Started.Should().BeNull();
        publication.Claims.Should().Equal(publication.Slug!);
    }

    [Fact]
    public async Task StoppedAfterTheSwitch_TheAddressIsTheNewOne_AndTheOldOneIsFree()
    {
        using var owner = await Owner.ArriveAsync(server);
        var (before, after) = (Owner.NewSlug(), Owner.NewSlug());
        await owner.PublishAsync(before);
        var store = server.Get<PublicationStore>();
        var version = (await store.FindSlugAsync(before, default))!.Versions.Single() with { Number = 2 };
        await store.UpdateAsync(owner.JobId, known => known with { LastVersion = 2, Claims = [before, after], Started = new StartedVersion(2, after, $"https://example.org/{after}/") }, default);
        await store.UpdateSlugAsync(after, _ => new SlugRecord { JobId = owner.JobId, Live = 2, Versions = [version] }, default);

        await server.Get<RetentionService>().SweepAsync(default);

        var publication = (await store.FindAsync(owner.JobId, default))!;
        (publication.Slug, publication.Address, publication.Started).Should().Be((after, $"https://example.org/{after}/", null));
        publication.Claims.Should().Equal(after);
        (await store.FindSlugAsync(before, default)).Should().BeNull();
        (await server.Get<IArtifactStore>().ListAsync(PublicationStore.OwnerOf(owner.JobId, 1)).AnyAsync()).Should().BeFalse();
    }
}
