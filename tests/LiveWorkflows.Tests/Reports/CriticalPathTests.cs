using CsCheck;
using LiveWorkflows.Reports;

namespace LiveWorkflows.Tests.Reports;

public sealed class CriticalPathTests
{
    [Fact]
    public void TimeOf_ParallelSteps_IsOnlyThatOfTheOneWaitedFor()
    {
        var path = new CriticalPath();
        path.Begin("first", null);
        path.End("first", 0, 10);
        path.Begin("long", null);
        path.Begin("short", null);
        path.End("short", 1, 5);
        path.End("long", 2, 50);
        path.Begin("last", null);
        path.End("last", 3, 7);

        Enumerable.Range(0, 4).Select(path.TimeOf).Should().Equal(10, 0, 50, 7);
    }

    [Fact]
    public void TimeOf_NestedSteps_GoesToThoseWithin()
    {
        var path = new CriticalPath();
        path.Begin("outer", null);
        path.Begin("outer/inner", "outer");
        path.End("outer/inner", 1, 30);
        path.End("outer", 0, 35);

        (path.TimeOf(0), path.TimeOf(1)).Should().Be((0, 30));
    }

    [Fact]
    public void TimeOf_AnySteps_IsThatOfTheWalkBackFromTheEnd()
    {
        var step = Gen.Select(Gen.Int[0, 100], Gen.Int[1, 40]);
        step.Array[1, 30].Sample(steps =>
        {
            // Times are told apart by their place, so that begin and end are in one order.
            var events = steps.SelectMany((of, i) => new[] { (At: of.Item1 * 100 + i, Step: i, IsEnd: false), (At: (of.Item1 + of.Item2) * 100 + i + 50, Step: i, IsEnd: true) })
                .OrderBy(happens => happens.At).ToArray();
            var path = new CriticalPath();
            foreach (var (_, i, isEnd) in events)
            {
                if (isEnd) path.End($"s{i}", i, steps[i].Item2);
                else path.Begin($"s{i}", null);
            }

            var expected = new HashSet<int>();
            for (var at = int.MaxValue; events.LastOrDefault(happens => happens.IsEnd && happens.At < at) is { IsEnd: true } last; at = events.First(happens => !happens.IsEnd && happens.Step == last.Step).At)
                expected.Add(last.Step);
            for (var i = 0; i < steps.Length; i++) path.TimeOf(i).Should().Be(expected.Contains(i) ? steps[i].Item2 : 0);
        }, iter: 500);
    }
}
