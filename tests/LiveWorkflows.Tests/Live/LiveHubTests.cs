using LiveWorkflows.EventLog;
using LiveWorkflows.Live;
using Microsoft.Extensions.Time.Testing;

namespace LiveWorkflows.Tests.Live;

public sealed class LiveHubTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Read_WhateverTheSizes_ShowsEveryEventOnceAndInOrder()
    {
        var hub = new LiveHub(new InMemoryEventLog());
        using var subscription = hub.Subscribe("w");
        hub.Publish("w", StoredEvents.Of(1, 150, bytes: 300));
        hub.Publish("w", StoredEvents.Of(151, 1, bytes: 40_000));
        hub.Publish("w", StoredEvents.Of(152, 49));

        var seen = new List<long>();
        for (var frames = await subscription.ReadAsync(5_000); !frames.IsEmpty; frames = await subscription.ReadAsync(5_000))
        {
            if (frames.Count > 1) frames.Bytes.Length.Should().BeLessThanOrEqualTo(5_000);
            seen.AddRange(StoredEvents.NumbersIn(frames));
            subscription.Cursor.Should().Be(frames.LastSequence);
        }

        seen.Should().Equal(Enumerable.Range(1, 200).Select(number => (long)number));
    }

    [Fact]
    public async Task Wait_WithNothingNew_CompletesAtTheNextPublish_AndNotBefore()
    {
        var hub = new LiveHub(new InMemoryEventLog());
        using var subscription = hub.Subscribe("w");
        hub.Publish("w", StoredEvents.Of(1, 1));
        await subscription.ReadAsync();

        for (var next = 2; next < 100; next++)
        {
            var waiting = subscription.WaitAsync().AsTask();
            waiting.IsCompleted.Should().BeFalse();
            hub.Publish("w", StoredEvents.Of(next, 1));
            await waiting.WaitAsync(Patience);
            (await subscription.ReadAsync()).FirstSequence.Should().Be(next);
        }
    }

    [Fact]
    public async Task Wake_WhileNobodyWaits_EndsTheNextWait_Once()
    {
        var hub = new LiveHub(new InMemoryEventLog());
        using var subscription = hub.Subscribe("w");

        subscription.Wake();

        await subscription.WaitAsync().AsTask().WaitAsync(Patience);
        var second = subscription.WaitAsync().AsTask();
        second.IsCompleted.Should().BeFalse();
        subscription.Wake();
        await second.WaitAsync(Patience);
    }

    [Fact]
    public async Task Publish_BesideReadersWhoComeAndGo_LosesNoWakeUp()
    {
        var log = new InMemoryEventLog();
        await using var tracker = new WorkflowTracker(log);
        await using var workflow = await tracker.StartAsync("import");
        var reading = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            using var subscription = tracker.Hub.Subscribe(workflow.Id);
            for (var numbers = new List<long>(); ;)
            {
                var frames = await subscription.ReadAsync(2_000);
                numbers.AddRange(StoredEvents.NumbersIn(frames));
                if (frames.TerminalType is not null) return numbers;
                if (frames.IsEmpty) await subscription.WaitAsync();
            }
        })).ToArray();

        for (var i = 0; i < 300; i++)
        {
            workflow.BeginStep("part").Complete();
            if (i % 3 == 0) await workflow.FlushAsync();
        }

        workflow.Complete();
        await workflow.FlushAsync();
        var last = (await log.GetHeadAsync(workflow.Id))!.LastSequence;
        foreach (var numbers in await Task.WhenAll(reading).WaitAsync(Patience))
            numbers.Should().Equal(Enumerable.Range(1, (int)last).Select(number => (long)number));
    }

    [Fact]
    public async Task Memory_OfManyLiveWorkflows_IsBoundedOverAll_AndWhatWentIsReadFromTheLog()
    {
        var log = new InMemoryEventLog();
        var hub = new LiveHub(log, TimeProvider.System, recentBytes: 64 * 1024);
        for (var i = 0; i < 200; i++)
        {
            var events = StoredEvents.Of(1, 20, bytes: 100);
            await log.AppendAsync([new EventBatch { WorkflowId = $"w{i}", Epoch = 0, Events = events }]);
            hub.Keep($"w{i}");
            hub.Publish($"w{i}", events);
            hub.MemoryBytes.Should().BeLessThanOrEqualTo(64 * 1024);
        }

        hub.MemoryBytes.Should().BeGreaterThan(48 * 1024);
        foreach (var id in new[] { "w0", "w199" })
        {
            using var subscription = hub.Subscribe(id);
            StoredEvents.NumbersIn(await subscription.ReadAsync()).Should().Equal(Enumerable.Range(1, 20).Select(number => (long)number), id);
        }

        for (var i = 0; i < 200; i++) hub.LetGo($"w{i}");
        hub.MemoryBytes.Should().Be(0);
    }

    [Fact]
    public async Task Publish_ToAThousandReaders_WakesThemAtAPace_ButAtOnceAfterAPauseAndAtTheEnd()
    {
        var time = new FakeTimeProvider();
        var hub = new LiveHub(new InMemoryEventLog(), time);
        time.Advance(TimeSpan.FromSeconds(1));
        var readers = Enumerable.Range(0, 1000).Select(_ => hub.Subscribe("w")).ToList();
        await PublishAsync(1);
        await ReadAllAsync();

        var waiting = WaitAll();
        hub.Publish("w", StoredEvents.Of(2, 1));
        hub.Publish("w", StoredEvents.Of(3, 1));
        time.Advance(TimeSpan.FromMilliseconds(24));
        waiting.IsCompleted.Should().BeFalse();
        time.Advance(TimeSpan.FromMilliseconds(1));
        await waiting.WaitAsync(Patience);
        (await readers[0].ReadAsync()).Count.Should().Be(1, "blocks are read one after the other");
        (await readers[0].ReadAsync()).FirstSequence.Should().Be(3);

        time.Advance(TimeSpan.FromSeconds(1));
        await ReadAllAsync();
        await PublishAsync(4);
        await ReadAllAsync();
        await PublishAsync(5, ends: true);
        readers.ForEach(reader => reader.Dispose());

        async Task PublishAsync(long number, bool ends = false)
        {
            var all = WaitAll();
            hub.Publish("w", StoredEvents.Of(number, 1, ends: ends));
            await all.WaitAsync(Patience);
        }

        Task WaitAll() => Task.WhenAll(readers.Select(reader => reader.WaitAsync().AsTask()));

        async Task ReadAllAsync()
        {
            foreach (var reader in readers)
            {
                while (!(await reader.ReadAsync()).IsEmpty)
                {
                }
            }
        }
    }
}
