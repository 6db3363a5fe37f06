using System.Text;
using LiveWorkflows.EventLog;
using LiveWorkflows.Live;

namespace LiveWorkflows.Tests.Live;

public sealed class FrameBlockTests
{
    [Fact]
    public void Of_SeveralEvents_AreTheFramesOfEachBehindOneAnother()
    {
        var events = StoredEvents.Of(9, 3);

        var block = FrameBlock.Of(events, 0, out var count);

        count.Should().Be(3);
        Encoding.UTF8.GetString(block.Bytes(0, 3).Span).Should().Be(string.Concat(events.Select(item =>
            Encoding.UTF8.GetString(EventFrame.Of(item.Sequence, item.Type, item.Data.Span).Bytes.Span))));
        Encoding.UTF8.GetString(block.Bytes(1, 2).Span).Should().Be($"id: 10\nevent: log\ndata: {Encoding.UTF8.GetString(events[1].Data.Span)}\n\n");
    }

    [Fact]
    public void Of_MoreThanFits_EndsBeforeTheEventThatWouldNotFit_AndTakesALargeOneAlone()
    {
        List<NewEvent> events = [.. StoredEvents.Of(1, 3, bytes: 6_000), .. StoredEvents.Of(4, 1, bytes: 50_000), .. StoredEvents.Of(5, 1, ends: true)];

        var first = FrameBlock.Of(events, 0, out var two);
        FrameBlock.Of(events, 2, out var one);
        FrameBlock.Of(events, 3, out var large);
        var last = FrameBlock.Of(events, 4, out _);

        (two, one, large).Should().Be((2, 1, 1));
        (first.LastSequence, first.TerminalType).Should().Be((2, null));
        last.TerminalType.Should().Be("workflow_complete");
    }

    [Fact]
    public void Of_AGapInTheNumbers_EndsBeforeIt()
    {
        FrameBlock.Of([.. StoredEvents.Of(1, 2), .. StoredEvents.Of(7, 2)], 0, out var count);

        count.Should().Be(2);
    }
}
