using LiveWorkflows.Artifacts;

namespace LiveWorkflows.Conformance.Artifacts;

/// <summary>What every artifact store must do.</summary>
public abstract class ArtifactStoreConformance : ConformanceTest<IArtifactStore>
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    [InlineData(9_000_001)]
    public async Task PutAsync_AnySize_IsReadBackUnchangedUnderItsDigest(int size)
    {
        var content = Content(size);

        var artifact = await Put("job", content);

        artifact.Should().Be(new Artifact(ArtifactDigest.Of(content), size));
        (await Read("job", artifact.Digest)).Should().Equal(content);
    }

    [Fact]
    public async Task PutAsync_StreamGivesLittleAtATimeAndCannotSeek_IsKeptWhole()
    {
        var content = Content(10_000);
        using var dripping = new DrippingStream(content);

        var artifact = await Store.PutAsync("job", dripping);

        (await Read("job", artifact.Digest)).Should().Equal(content);
    }

    [Fact]
    public async Task PutAsync_SameContentTwice_OneArtifact()
    {
        var first = await Put("job", Content(50));
        var second = await Put("job", Content(50));

        second.Should().Be(first);
        (await Store.ListAsync("job").AllAsync()).Should().Equal(first);
    }

    [Fact]
    public async Task PutAsync_SameContentByManyAtOnce_OneArtifactThatIsNeverSeenInPart()
    {
        var content = Content(300_000);
        var digest = ArtifactDigest.Of(content);
        var puts = Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Put("job", content))));
        while (!puts.IsCompleted)
        {
            if (await Read("job", digest) is { } seen) seen.Should().Equal(content);
        }

        await puts;
        (await Store.ListAsync("job").AllAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task PutAsync_CallersStreamFails_ItsExceptionComesOutAndNothingIsStored()
    {
        using var broken = new DrippingStream(Content(1_000), failsAt: 500);

        await FluentActions.Awaiting(() => Store.PutAsync("job", broken).AsTask()).Should().ThrowAsync<IOException>().WithMessage("broken");

        (await Store.ListAsync("job").AllAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task PutAsync_Cancelled_ThrowsAndNothingIsStored()
    {
        await FluentActions.Awaiting(() => Store.PutAsync("job", new MemoryStream(Content(10)), new CancellationToken(true)).AsTask())
            .Should().ThrowAsync<OperationCanceledException>();

        (await Store.ListAsync("job").AllAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task OpenAsync_AnotherJobsArtifact_Null()
    {
        var artifact = await Put("mine", Content(10));

        (await Store.OpenAsync("yours", artifact.Digest)).Should().BeNull();
        (await Store.OpenAsync("mine", ArtifactDigest.Of("other"u8))).Should().BeNull();
        (await Store.OpenAsync("mine", default)).Should().BeNull();
        (await Store.ListAsync("yours").AllAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task OpenAsync_Opened_CannotBeWrittenTo()
    {
        var artifact = await Put("job", Content(10));

        await using var stream = (await Store.OpenAsync("job", artifact.Digest))!;

        stream.CanWrite.Should().BeFalse();
    }

    [Fact]
    public async Task ListAsync_SeveralArtifacts_AllOfThisJob()
    {
        var first = await Put("job", Content(1));
        var second = await Put("job", Content(2));
        await Put("other", Content(3));

        (await Store.ListAsync("job").AllAsync()).Should().BeEquivalentTo([first, second]);
    }

    [Fact]
    public async Task DeleteAsync_OneArtifact_TheOthersStay()
    {
        var first = await Put("job", Content(1));
        var second = await Put("job", Content(2));

        await Store.DeleteAsync("job", first.Digest);
        await Store.DeleteAsync("job", first.Digest);
        await Store.DeleteAsync("unknown", first.Digest);
        await Store.DeleteAsync("job", default);

        (await Store.OpenAsync("job", first.Digest)).Should().BeNull();
        (await Store.ListAsync("job").AllAsync()).Should().Equal(second);
    }

    [Fact]
    public async Task DeleteAllAsync_Job_OtherJobsStayAndItMayBeginAgain()
    {
        await Put("job", Content(1));
        await Put("job", Content(2));
        var kept = await Put("job.", Content(1));

        await Store.DeleteAllAsync("job");
        await Store.DeleteAllAsync("job");

        (await Store.ListAsync("job").AllAsync()).Should().BeEmpty();
        (await Store.ListAsync("job.").AllAsync()).Should().Equal(kept);
        var again = await Put("job", Content(3));
        (await Store.ListAsync("job").AllAsync()).Should().Equal(again);
    }

    [Fact]
    public async Task DeleteAllAsync_WhileOthersPut_NeitherFails()
    {
        var digest = (await Put("job", Content(0))).Digest;
        for (var round = 0; round < 10; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 20).SelectMany(i => new[]
            {
                Task.Run(() => Put("job", Content(i))),
                Task.Run(() => Store.DeleteAllAsync("job").AsTask()),
                Task.Run(() => Store.DeleteAsync("job", digest).AsTask()),
            }));
        }

        await Store.DeleteAllAsync("job");
        (await Store.ListAsync("job").AllAsync()).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Ids.Odd), MemberType = typeof(Ids))]
    public async Task PutAsync_OddId_IsAJobOfItsOwn(string id)
    {
        var other = await Put("a", Content(1));
        var mine = await Put(id, Content(2));

        (await Store.ListAsync(id).AllAsync()).Should().Equal(mine);
        await Store.DeleteAllAsync(id);
        (await Store.ListAsync("a").AllAsync()).Should().Equal(other);
    }

    [Theory]
    [MemberData(nameof(Ids.Invalid), MemberType = typeof(Ids))]
    public async Task EveryMember_InvalidId_Throws(string id)
    {
        await FluentActions.Awaiting(() => Put(id, Content(1))).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => Store.OpenAsync(id, default).AsTask()).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => Store.ListAsync(id).AllAsync()).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => Store.DeleteAsync(id, default).AsTask()).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => Store.DeleteAllAsync(id).AsTask()).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task Reopen_AfterPutsAndDeletion_GoesOnWhereItWas()
    {
        var kept = await Put("job", Content(70_000));
        var deleted = await Put("job", Content(2));
        await Store.DeleteAsync("job", deleted.Digest);

        await ReopenStore();

        (await Store.ListAsync("job").AllAsync()).Should().Equal(kept);
        (await Read("job", kept.Digest)).Should().Equal(Content(70_000));
    }

    private async Task<Artifact> Put(string jobId, byte[] content) => await Store.PutAsync(jobId, new MemoryStream(content));

    private async Task<byte[]?> Read(string jobId, ArtifactDigest digest)
    {
        await using var stream = await Store.OpenAsync(jobId, digest);
        if (stream is null) return null;
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static byte[] Content(int size)
    {
        var content = new byte[size];
        new Random(size).NextBytes(content);
        return content;
    }
}
