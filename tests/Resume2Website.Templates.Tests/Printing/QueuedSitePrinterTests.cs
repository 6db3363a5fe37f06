using LiveWorkflows.Errors;
using Resume2Website.Sites;
using Resume2Website.Sites.Printing;

namespace Resume2Website.Templates.Tests.Printing;

public sealed class QueuedSitePrinterTests
{
    private static readonly Site Nothing = new([]);

    [Fact]
    public async Task PrintAsync_WhenAsManyWaitAsMay_RefusesTheNextAndPrintsTheOthersOneByOne()
    {
        var slow = new SlowPrinter();
        using var queue = new QueuedSitePrinter(slow, maxWaiting: 1);
        var (first, second) = (queue.PrintAsync(Nothing, new PrintOptions(), Token), queue.PrintAsync(Nothing, new PrintOptions(), Token));

        var third = () => queue.PrintAsync(Nothing, new PrintOptions(), Token);
        var refusal = (await third.Should().ThrowAsync<WorkflowException>()).Which.Error;
        refusal.Code.Should().Be("pdf_busy");
        refusal.RetryAfterMs.Should().BePositive();

        slow.Begun.Should().Be(1);
        slow.Finish();
        await Task.WhenAll(first, second);
        slow.MostAtOnce.Should().Be(1);
        (await queue.PrintAsync(Nothing, new PrintOptions(), Token)).Should().BeEmpty("there is room again");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private sealed class SlowPrinter : ISitePrinter
    {
        private readonly TaskCompletionSource _finish = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _atOnce;

        public int Begun { get; private set; }

        public int MostAtOnce { get; private set; }

        public bool IsAvailable => true;

        public void Finish() => _finish.SetResult();

        public async Task<byte[]> PrintAsync(Site site, PrintOptions options, CancellationToken cancellationToken = default)
        {
            Begun++;
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _atOnce));
            await _finish.Task;
            Interlocked.Decrement(ref _atOnce);
            return [];
        }
    }
}
