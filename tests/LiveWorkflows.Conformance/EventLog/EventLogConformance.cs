using LiveWorkflows.EventLog;

namespace LiveWorkflows.Conformance.EventLog;

/// <summary>What every event log must do: appending, reading, fencing, ending.</summary>
public abstract class EventLogConformance : ConformanceTest<IEventLog>
{
    [Fact]
    public async Task AppendAsync_FirstBatch_IsReadBackUnchanged()
    {
        var position = await Store.MustAppendAsync(Batches.Of("w", count: 3));

        var events = await Store.ReadAsync("w").AllAsync();

        events.Select(e => e.Sequence).Should().Equal(1, 2, 3);
        events.Should().AllSatisfy(e =>
        {
            e.WorkflowId.Should().Be("w");
            e.Type.Should().Be("step_started");
            e.Data.ToArray().Should().Equal(Batches.Data("w", e.Sequence));
        });
        (await Store.GetHeadAsync("w")).Should().Be(new LogHead(position, 3, 1, false));
    }

    [Fact]
    public async Task AppendAsync_CallersMemoryIsReused_StoredDataStays()
    {
        var data = Batches.Data("w", 1);
        await Store.MustAppendAsync(Batches.Of("w") with { Events = [new NewEvent(1, "log", data)] });
        Array.Fill(data, (byte)'x');

        (await Store.ReadAsync("w").AllAsync())[0].Data.ToArray().Should().Equal(Batches.Data("w", 1));
    }

    [Fact]
    public async Task AppendAsync_SeveralWorkflows_EachHasItsOwnResult()
    {
        var first = await Store.MustAppendAsync(Batches.Of("a"));

        var results = await Store.AppendAsync([Batches.Of("a"), Batches.Of("b", count: 2), Batches.Of("a", 2, expected: first), Batches.Of("c", first: 5)]);

        results.Select(r => r.Status).Should()
            .Equal(AppendStatus.Conflict, AppendStatus.Appended, AppendStatus.Appended, AppendStatus.Conflict);
        results.Select(r => r.Position.HasValue).Should().Equal(false, true, true, false);
        (await Store.ReadAsync("a").AllAsync()).Should().HaveCount(2);
        (await Store.ReadAsync("b").AllAsync()).Should().HaveCount(2);
        (await Store.GetHeadAsync("c")).Should().BeNull();
    }

    [Fact]
    public async Task AppendAsync_NothingGiven_GivesNoResults() => (await Store.AppendAsync([])).Should().BeEmpty();

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task AppendAsync_NumbersDoNotFollowOn_ConflictAndNothingStored(long first)
    {
        var position = await Store.MustAppendAsync(Batches.Of("w", count: 2));

        (await Store.AppendOneAsync(Batches.Of("w", first, 2, position))).Should().Be(new AppendResult(AppendStatus.Conflict));

        (await Store.ReadAsync("w").AllAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task AppendAsync_GapWithinBatch_NothingOfItIsStored()
    {
        var batch = Batches.Of("w") with { Events = [new NewEvent(1, "log", "{}"u8.ToArray()), new NewEvent(3, "log", "{}"u8.ToArray())] };

        (await Store.AppendOneAsync(batch)).Status.Should().Be(AppendStatus.Conflict);

        (await Store.ReadAsync("w").AllAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task AppendAsync_WrongExpectedPosition_Conflict()
    {
        var first = await Store.MustAppendAsync(Batches.Of("w"));
        var second = await Store.MustAppendAsync(Batches.Of("w", 2, expected: first));

        (await Store.AppendOneAsync(Batches.Of("w", 3, expected: first))).Status.Should().Be(AppendStatus.Conflict);
        (await Store.AppendOneAsync(Batches.Of("w", 3, expected: null))).Status.Should().Be(AppendStatus.Conflict);
        (await Store.AppendOneAsync(Batches.Of("w", 3, expected: new LogPosition("elsewhere")))).Status.Should().Be(AppendStatus.Conflict);
        (await Store.AppendOneAsync(Batches.Of("new", expected: second))).Status.Should().Be(AppendStatus.Conflict);
        (await Store.AppendOneAsync(Batches.Of("w", 3, expected: second))).Status.Should().Be(AppendStatus.Appended);
    }

    [Fact]
    public async Task AppendAsync_LowerEpoch_Fenced()
    {
        var first = await Store.MustAppendAsync(Batches.Of("w", epoch: 2));

        (await Store.AppendOneAsync(Batches.Of("w", 2, expected: first, epoch: 1))).Should().Be(new AppendResult(AppendStatus.Fenced));

        (await Store.ReadAsync("w").AllAsync()).Should().HaveCount(1);
    }

    [Fact]
    public async Task AppendAsync_HigherEpochAtRightPosition_TakesOverAndFencesTheOldWriter()
    {
        var first = await Store.MustAppendAsync(Batches.Of("w", epoch: 1));

        var second = await Store.MustAppendAsync(Batches.Of("w", 2, expected: first, epoch: 7));

        (await Store.GetHeadAsync("w"))!.Epoch.Should().Be(7);
        (await Store.AppendOneAsync(Batches.Of("w", 3, expected: second, epoch: 6))).Status.Should().Be(AppendStatus.Fenced);
        (await Store.AppendOneAsync(Batches.Of("w", 3, expected: second, epoch: 7))).Status.Should().Be(AppendStatus.Appended);
    }

    [Fact]
    public async Task AppendAsync_HigherEpochAtWrongPosition_ConflictAndEpochUnchanged()
    {
        var first = await Store.MustAppendAsync(Batches.Of("w", epoch: 1));
        var second = await Store.MustAppendAsync(Batches.Of("w", 2, expected: first, epoch: 1));

        (await Store.AppendOneAsync(Batches.Of("w", 3, expected: first, epoch: 9))).Status.Should().Be(AppendStatus.Conflict);

        (await Store.GetHeadAsync("w"))!.Epoch.Should().Be(1);
        (await Store.AppendOneAsync(Batches.Of("w", 3, expected: second, epoch: 1))).Status.Should().Be(AppendStatus.Appended);
    }

    [Fact]
    public async Task AppendAsync_AfterTerminalEvent_RefusedWhateverTheEpoch()
    {
        var end = await Store.MustAppendAsync(Batches.Of("w", count: 3, isTerminal: true));
        (await Store.GetHeadAsync("w"))!.IsEnded.Should().BeTrue();

        (await Store.AppendOneAsync(Batches.Of("w", 4, expected: end))).Status.Should().Be(AppendStatus.Conflict);
        (await Store.AppendOneAsync(Batches.Of("w", 4, expected: end, epoch: 2))).Status.Should().Be(AppendStatus.Conflict);
        (await Store.ReadAsync("w").AllAsync()).Should().HaveCount(3);
    }

    [Fact]
    public async Task AppendAsync_TerminalEventIsNotTheLast_Conflict()
    {
        var batch = Batches.Of("w") with { Events = [new NewEvent(1, "end", "{}"u8.ToArray(), true), new NewEvent(2, "log", "{}"u8.ToArray())] };

        (await Store.AppendOneAsync(batch)).Status.Should().Be(AppendStatus.Conflict);
    }

    [Theory]
    [MemberData(nameof(Ids.Odd), MemberType = typeof(Ids))]
    public async Task AppendAsync_OddId_IsAWorkflowOfItsOwn(string id)
    {
        await Store.MustAppendAsync(Batches.Of("other"));
        await Store.MustAppendAsync(Batches.Of(id));
        (await Store.GetHeadAsync("a")).Should().BeNull("ids differ by case");

        (await Store.ReadAsync(id).AllAsync()).Should().ContainSingle().Which.WorkflowId.Should().Be(id);
    }

    [Theory]
    [MemberData(nameof(Ids.Invalid), MemberType = typeof(Ids))]
    public async Task EveryMember_InvalidId_Throws(string id)
    {
        await FluentActions.Awaiting(() => Store.AppendAsync([Batches.Of("fine"), Batches.Of(id)]).AsTask()).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => Store.ReadAsync(id).AllAsync()).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => Store.FollowAsync(id).AllAsync()).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => Store.GetHeadAsync(id).AsTask()).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => Store.DeleteAsync(id).AsTask()).Should().ThrowAsync<ArgumentException>();
        (await Store.GetHeadAsync("fine")).Should().BeNull("nothing of a call is stored when any batch of it is a mistake");
    }

    [Theory]
    [InlineData("{\n}")]
    [InlineData("{\r}")]
    [InlineData("{\0}")]
    [InlineData("")]
    public async Task AppendAsync_DataCouldForgeAFrame_Throws(string data)
    {
        var batch = Batches.Of("w") with { Events = [new NewEvent(1, "log", System.Text.Encoding.UTF8.GetBytes(data))] };

        await FluentActions.Awaiting(() => Store.AppendAsync([batch]).AsTask()).Should().ThrowAsync<ArgumentException>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\nid: 7")]
    [InlineData("a b")]
    public async Task AppendAsync_TypeCouldForgeAField_Throws(string type)
    {
        var batch = Batches.Of("w") with { Events = [new NewEvent(1, type, "{}"u8.ToArray())] };

        await FluentActions.Awaiting(() => Store.AppendAsync([batch]).AsTask()).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task AppendAsync_EmptyBatchOrNegativeEpoch_Throws()
    {
        await FluentActions.Awaiting(() => Store.AppendAsync([Batches.Of("w", count: 0)]).AsTask()).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => Store.AppendAsync([Batches.Of("w", epoch: -1)]).AsTask()).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task AppendAsync_AlreadyCancelled_ThrowsAndStoresNothing()
    {
        await FluentActions.Awaiting(() => Store.AppendAsync([Batches.Of("w")], new CancellationToken(true)).AsTask())
            .Should().ThrowAsync<OperationCanceledException>();

        (await Store.GetHeadAsync("w")).Should().BeNull();
    }

    [Fact]
    public async Task AppendAsync_ManyWritersOfManyWorkflows_EveryEventOnceAndInOrder()
    {
        const int Workflows = 20, Rounds = 25;
        await Parallel.ForEachAsync(Enumerable.Range(0, Workflows), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (w, _) =>
        {
            LogPosition? position = null;
            for (var round = 0; round < Rounds; round++)
                position = await Store.MustAppendAsync(Batches.Of($"w{w}", (round * 4) + 1, 4, position));
        });

        for (var w = 0; w < Workflows; w++)
            (await Store.ReadAsync($"w{w}").AllAsync()).Select(e => e.Sequence).Should().Equal(Enumerable.Range(1, Rounds * 4).Select(n => (long)n));
    }

    [Fact]
    public async Task AppendAsync_HundredWritersAtOnePosition_ExactlyOneWins()
    {
        var start = await Store.MustAppendAsync(Batches.Of("w"));

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => Store.AppendOneAsync(Batches.Of("w", 2, 1, start)))));

        results.Count(r => r.Status == AppendStatus.Appended).Should().Be(1);
        (await Store.ReadAsync("w").AllAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task ReadAsync_AfterSequence_BeginsBehindIt()
    {
        await Store.MustAppendAsync(Batches.Of("w", count: 700));

        (await Store.ReadAsync("w", 690).AllAsync()).Select(e => e.Sequence).Should().Equal(Enumerable.Range(691, 10).Select(n => (long)n));
        (await Store.ReadAsync("w", 700).AllAsync()).Should().BeEmpty();
        (await Store.ReadAsync("w", 9_999).AllAsync()).Should().BeEmpty();
        (await Store.ReadAsync("w", -5).AllAsync()).Should().HaveCount(700);
        (await Store.ReadAsync("unknown").AllAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task DeleteAsync_Existing_NothingIsReadAndLateAppendsAreRefused()
    {
        var position = await Store.MustAppendAsync(Batches.Of("w", count: 3));
        await Store.MustAppendAsync(Batches.Of("kept"));

        await Store.DeleteAsync("w");
        await Store.DeleteAsync("w");

        (await Store.ReadAsync("w").AllAsync()).Should().BeEmpty();
        (await Store.GetHeadAsync("w")).Should().BeNull();
        (await Store.AppendOneAsync(Batches.Of("w", 4, expected: position))).Should().Be(new AppendResult(AppendStatus.Deleted));
        (await Store.AppendOneAsync(Batches.Of("w", epoch: 99))).Status.Should().Be(AppendStatus.Deleted);
        (await Store.ReadAllAsync().AllAsync()).Should().ContainSingle().Which.WorkflowId.Should().Be("kept");
    }

    [Fact]
    public async Task DeleteAsync_NeverThere_RefusesTheFirstAppendToo()
    {
        await Store.DeleteAsync("w");

        (await Store.AppendOneAsync(Batches.Of("w"))).Status.Should().Be(AppendStatus.Deleted);
    }

    [Fact]
    public async Task Reopen_AfterAppendsAndDeletion_GoesOnWhereItWas()
    {
        var position = await Store.MustAppendAsync(Batches.Of("w", count: 3, epoch: 4));
        var ended = await Store.MustAppendAsync(Batches.Of("ended", isTerminal: true));
        var deleted = await Store.MustAppendAsync(Batches.Of("deleted"));
        await Store.DeleteAsync("deleted");

        await ReopenStore();

        (await Store.GetHeadAsync("w")).Should().Be(new LogHead(position, 3, 4, false));
        (await Store.AppendOneAsync(Batches.Of("deleted", 2, expected: deleted))).Status.Should().Be(AppendStatus.Deleted);
        (await Store.AppendOneAsync(Batches.Of("ended", 2, expected: ended))).Status.Should().Be(AppendStatus.Conflict);
        (await Store.AppendOneAsync(Batches.Of("w", 4, expected: position, epoch: 3))).Status.Should().Be(AppendStatus.Fenced);
        var next = await Store.MustAppendAsync(Batches.Of("w", 4, expected: position, epoch: 4));
        next.Should().NotBe(deleted, "positions are never used again");
        (await Store.ReadAsync("w").AllAsync()).Select(e => e.Sequence).Should().Equal(1, 2, 3, 4);
        (await Store.ReadAllAsync(position).AllAsync()).Select(e => e.WorkflowId).Should().Equal("ended", "w");
    }
}
