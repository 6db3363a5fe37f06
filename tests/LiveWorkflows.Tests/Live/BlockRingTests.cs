using CsCheck;
using LiveWorkflows.Live;

namespace LiveWorkflows.Tests.Live;

public sealed class BlockRingTests
{
    [Fact]
    public void Find_AfterAnyAddingsAndRemovals_GivesTheBlockOfTheNumber() =>
        Gen.Select(Gen.Int[1, 5], Gen.Bool).Array[1, 80].Sample(steps =>
        {
            var (ring, kept, next) = (new BlockRing(), new Queue<FrameBlock>(), 1L);
            foreach (var (count, removes) in steps)
            {
                var block = FrameBlock.Of(StoredEvents.Of(next, count), 0, out var taken);
                next += taken;
                ring.Add(block);
                kept.Enqueue(block);
                if (removes) ring.RemoveOldest().Should().BeSameAs(kept.Dequeue());
            }

            ring.Frames.Should().Be(kept.Sum(block => block.Count));
            for (var sequence = 0L; sequence <= next; sequence++)
                ring.Find(sequence).Should().BeSameAs(kept.FirstOrDefault(block => block.FirstSequence <= sequence && sequence <= block.LastSequence));
        }, iter: 200);
}
