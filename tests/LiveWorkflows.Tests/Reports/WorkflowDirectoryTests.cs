using CsCheck;
using LiveWorkflows.Reports;

namespace LiveWorkflows.Tests.Reports;

public sealed class WorkflowDirectoryTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void List_PageByPage_GivesEveryMatchOnceNewestFirst()
    {
        Gen.Select(Gen.Int[0, 20].Array[0, 60], Gen.Int[1, 7]).Sample((minutes, limit) =>
        {
            var directory = new WorkflowDirectory();
            for (var i = 0; i < minutes.Length; i++) directory.Put(Entry($"w{i}", minutes[i], i % 3 == 0 ? "a" : "b"));

            var listed = new List<WorkflowEntry>();
            for (string? cursor = null; ;)
            {
                var page = directory.List(new WorkflowQuery { Type = "b", Limit = limit, Cursor = cursor });
                page.Workflows.Count.Should().BeLessThanOrEqualTo(limit);
                listed.AddRange(page.Workflows);
                if ((cursor = page.NextCursor) is null) break;
            }

            listed.Should().BeInDescendingOrder(entry => entry.CreatedAt);
            listed.Select(entry => entry.WorkflowId).Should().BeEquivalentTo(Enumerable.Range(0, minutes.Length).Where(i => i % 3 != 0).Select(i => $"w{i}"));
        }, iter: 200);
    }

    [Fact]
    public void Put_PastTheBound_ForgetsTheOldestThatAreOver()
    {
        var directory = new WorkflowDirectory(mostEnded: 3);
        for (var i = 0; i < 10; i++) directory.Put(Entry($"w{i}", i, "a") with { EndedAt = i == 1 ? null : Noon.AddHours(1) });

        directory.List(new WorkflowQuery()).Workflows.Select(entry => entry.WorkflowId).Should().Equal("w9", "w8", "w7", "w1");
        directory.Open().Should().ContainSingle();
    }

    [Theory]
    [InlineData("plan", 2)]
    [InlineData("plan=premium", 1)]
    [InlineData("plan=", 0)]
    [InlineData("other", 0)]
    public void List_ByTag_FindsNameOrNameAndValue(string tag, int expected)
    {
        var directory = new WorkflowDirectory();
        directory.Put(Entry("one", 0, "a", "premium"));
        directory.Put(Entry("two", 1, "a", "free"));

        directory.List(new WorkflowQuery { Tag = tag }).Workflows.Should().HaveCount(expected);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("zz.w1")]
    [InlineData("ffffffffffffffff.w1")]
    public void List_WithAForeignCursor_Throws(string cursor)
    {
        new WorkflowDirectory().Invoking(directory => directory.List(new WorkflowQuery { Cursor = cursor })).Should().Throw<FormatException>();
    }

    private static WorkflowEntry Entry(string id, int minute, string type, string? plan = null) => new()
    {
        WorkflowId = id,
        Name = "name",
        Type = type,
        CreatedAt = Noon.AddMinutes(minute),
        Tags = plan is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["plan"] = plan },
    };
}
