using System.Text;
using LiveWorkflows.Records;

namespace LiveWorkflows.Conformance.Records;

/// <summary>What every record store must do.</summary>
public abstract class RecordStoreConformance : ConformanceTest<IRecordStore>
{
    /// <summary>What is no key.</summary>
    public static TheoryData<string> InvalidKeys => ["", "/", "a/", "/a", "a//b", "a b", "a\\b", "a\nb", "ä", "a*", "a%", new string('x', 257)];

    [Fact]
    public async Task PutAsync_NewKey_IsReadBackUnchanged()
    {
        var value = "é"u8.ToArray();
        var version = await Store.PutAsync("jobs/a", value);
        value[0] = 0;

        var record = (await Store.GetAsync("jobs/a"))!;

        record.Key.Should().Be("jobs/a");
        record.Value.ToArray().Should().Equal("é"u8.ToArray());
        record.Version.Should().Be(version).And.BePositive();
    }

    [Fact]
    public async Task GetAsync_Unknown_Null() => (await Store.GetAsync("unknown")).Should().BeNull();

    [Fact]
    public async Task PutAsync_ExpectedVersionIsMetOrNot_WritesOrRefuses()
    {
        (await Put("k", "early", 7)).Should().BeNull("the key is not there");
        var first = await Put("k", "one", 0);
        (await Put("k", "again", 0)).Should().BeNull("the key is there");
        (await Put("k", "wrong", first + 1)).Should().BeNull();
        var second = await Put("k", "two", first);
        (await Put("k", "late", first)).Should().BeNull();
        (await Text("k")).Should().Be("two");
        var third = await Put("k", "whatever");

        second.Should().BeGreaterThan(first!.Value);
        third.Should().BeGreaterThan(second!.Value);
        (await Text("k")).Should().Be("whatever");
    }

    [Fact]
    public async Task PutAsync_HundredAtOneVersion_ExactlyOneWins()
    {
        var start = await Put("k", "start");

        var versions = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => Put("k", $"v{i}", start))));

        versions.Should().ContainSingle(version => version != null);
        (await Text("k")).Should().Be($"v{Array.FindIndex(versions, version => version != null)}");
    }

    [Fact]
    public async Task PutAsync_IncrementsByManyAtOnce_NoneIsLost()
    {
        await Put("n", "0", 0);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var done = 0; done < 10;)
            {
                var record = (await Store.GetAsync("n"))!;
                var next = int.Parse(Encoding.UTF8.GetString(record.Value.Span)) + 1;
                if (await Put("n", $"{next}", record.Version) is not null) done++;
            }
        })));

        (await Text("n")).Should().Be("80");
    }

    [Fact]
    public async Task DeleteAsync_ExpectedVersionIsMetOrNot_DeletesOrRefuses()
    {
        (await Store.DeleteAsync("k")).Should().BeTrue();
        (await Store.DeleteAsync("k", 0)).Should().BeTrue();
        (await Store.DeleteAsync("k", 3)).Should().BeFalse();
        var version = await Put("k", "one");
        (await Store.DeleteAsync("k", 0)).Should().BeFalse();
        (await Store.DeleteAsync("k", version + 1)).Should().BeFalse();
        (await Text("k")).Should().Be("one");

        (await Store.DeleteAsync("k", version)).Should().BeTrue();

        (await Store.GetAsync("k")).Should().BeNull();
    }

    [Fact]
    public async Task PutAsync_AfterDeletion_VersionGoesOnRising()
    {
        var before = await Put("k", "one");
        await Store.DeleteAsync("k");

        (await Put("k", "late", before)).Should().BeNull();
        (await Put("k", "two", 0)).Should().BeGreaterThan(before!.Value);
    }

    [Fact]
    public async Task ListAsync_Prefix_OnlyItsKeysInOrdinalOrder()
    {
        foreach (var key in (string[])["b/1", "a/2", "a/10", "a/B", "a/b", "a/~", "a", "ab", "a/1"]) await Put(key, key);

        (await Keys("a/")).Should().Equal("a/1", "a/10", "a/2", "a/B", "a/b", "a/~");
        (await Keys("a/1")).Should().Equal("a/1", "a/10");
        (await Keys("a/", "a/10")).Should().Equal("a/2", "a/B", "a/b", "a/~");
        (await Keys("b", "a")).Should().Equal("b/1");
        (await Keys("a", "z")).Should().BeEmpty();
        (await Keys("")).Should().Equal("a", "a/1", "a/10", "a/2", "a/B", "a/b", "a/~", "ab", "b/1");
        var listed = (await Store.ListAsync("a/2").AllAsync())[0];
        var stored = (await Store.GetAsync("a/2"))!;
        (listed.Version, Encoding.UTF8.GetString(listed.Value.Span)).Should().Be((stored.Version, "a/2"));
    }

    [Fact]
    public async Task ListAsync_MoreThanOnePage_EachOnce()
    {
        var keys = Enumerable.Range(0, 300).Select(i => $"p/{i:D4}").ToArray();
        await Task.WhenAll(keys.Select(key => Put(key, key)));

        (await Keys("p/")).Should().Equal(keys);
    }

    [Fact]
    public async Task PutAsync_EmptyOrLargestValue_IsKept()
    {
        await Store.PutAsync("empty", ReadOnlyMemory<byte>.Empty);
        await Store.PutAsync("large", new byte[RecordRules.MaxValueLength]);

        (await Store.GetAsync("empty"))!.Value.Length.Should().Be(0);
        (await Store.GetAsync("large"))!.Value.Length.Should().Be(RecordRules.MaxValueLength);
        await FluentActions.Awaiting(() => Store.PutAsync("more", new byte[RecordRules.MaxValueLength + 1]).AsTask())
            .Should().ThrowAsync<ArgumentException>();
    }

    [Theory]
    [MemberData(nameof(Ids.Odd), MemberType = typeof(Ids))]
    public async Task PutAsync_OddIdAsSegment_IsAKeyOfItsOwn(string id)
    {
        await Put("jobs/other", "other");
        await Put($"jobs/{id}", "mine");

        (await Text($"jobs/{id}")).Should().Be("mine");
        (await Text("jobs/other")).Should().Be("other");
    }

    [Theory]
    [MemberData(nameof(InvalidKeys))]
    public async Task EveryMember_InvalidKey_Throws(string key)
    {
        await FluentActions.Awaiting(() => Store.PutAsync(key, default).AsTask()).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => Store.GetAsync(key).AsTask()).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => Store.DeleteAsync(key).AsTask()).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task PutAsync_AlreadyCancelled_ThrowsAndWritesNothing()
    {
        await FluentActions.Awaiting(() => Store.PutAsync("k", default, cancellationToken: new CancellationToken(true)).AsTask())
            .Should().ThrowAsync<OperationCanceledException>();

        (await Store.GetAsync("k")).Should().BeNull();
    }

    [Fact]
    public async Task Reopen_AfterWritesAndDeletion_GoesOnWhereItWas()
    {
        var kept = await Put("kept", "value");
        var deleted = await Put("deleted", "gone");
        await Store.DeleteAsync("deleted");

        await ReopenStore();

        (await Keys("")).Should().Equal("kept");
        (await Store.GetAsync("kept"))!.Version.Should().Be(kept);
        (await Put("deleted", "new", 0)).Should().BeGreaterThan(deleted!.Value);
    }

    private async Task<long?> Put(string key, string value, long? expected = null) => await Store.PutAsync(key, Encoding.UTF8.GetBytes(value), expected);

    private async Task<string?> Text(string key) => await Store.GetAsync(key) is { } record ? Encoding.UTF8.GetString(record.Value.Span) : null;

    private async Task<IEnumerable<string>> Keys(string prefix, string? after = null) =>
        (await Store.ListAsync(prefix, after).AllAsync()).Select(record => record.Key);
}
