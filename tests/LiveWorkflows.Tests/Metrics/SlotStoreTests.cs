using CsCheck;
using LiveWorkflows.Metrics;

namespace LiveWorkflows.Tests.Metrics;

public sealed class SlotStoreTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000 / 3600 * 3600);

    private static readonly Gen<(int Second, int Series, long Microseconds)> Samples =
        Gen.Select(Gen.Int[0, 7200], Gen.Int[0, 3], Gen.Long[0, 10_000_000]);

    [Fact]
    public void AddUp_OfAnyWindow_IsWhatWasRecordedInIt()
    {
        Gen.Select(Samples.Array[0, 200], Gen.Int[0, 7200], Gen.Int[0, 7200]).Sample((samples, one, other) =>
        {
            var store = Filled(samples, long.MaxValue);
            var (from, to) = (Math.Min(one, other) / 5 * 5, Math.Max(one, other) / 5 * 5);

            ShouldBe(Read(store, from, to), samples.Where(sample => sample.Second >= from && sample.Second < to));
        }, iter: 300);
    }

    [Fact]
    public void AddUp_PastTheBudget_LosesNothingAndStaysSmall()
    {
        Samples.Array[300, 600].Sample(samples =>
        {
            var store = Filled(samples, 1_000);

            ShouldBe(Read(store, 0, 7205), samples);
            store.WidthAt(store.SlotOf(Start)).Should().BeGreaterThan(store.Width, "the oldest slots were joined");
        }, iter: 50);
    }

    [Fact]
    public void Prune_OfOldSlots_ForgetsThemOnly()
    {
        var store = Filled([(0, 0, 5), (3600, 0, 7)], long.MaxValue);

        store.Prune(Start.AddSeconds(1800));

        Read(store, 0, 7200)[0].Durations.Samples().Should().Equal(7);
    }

    [Fact]
    public void SeriesTable_WithTooManyNames_CountsTheRestAsOther()
    {
        var table = new SeriesTable();
        for (var i = 0; i < SeriesTable.Most + 10; i++) table.NumberOf(new SeriesKey(SeriesKind.Timer, "t", $"name {i}"));

        table.Overflowed.Should().Be(10);
        table[table.NumberOf(new SeriesKey(SeriesKind.Timer, "t", "one more"))].Name.Should().Be(SeriesTable.Other);

        table.Keep(new HashSet<int> { 0 });
        table[table.NumberOf(new SeriesKey(SeriesKind.Timer, "t", "there is room again"))].Name.Should().Be("there is room again");
    }

    private static SlotStore Filled(IEnumerable<(int Second, int Series, long Microseconds)> samples, long budget)
    {
        var table = new SeriesTable();
        for (var i = 0; i < 4; i++) table.NumberOf(new SeriesKey(SeriesKind.Part, "t", $"p{i}"));
        var store = new SlotStore(TimeSpan.FromSeconds(5), table, budget);
        foreach (var (second, series, microseconds) in samples)
        {
            var tally = store.At(Start.AddSeconds(second), series);
            tally.Count++;
            tally.Durations.RecordMicroseconds(microseconds);
        }

        return store;
    }

    private static Dictionary<int, Tally> Read(SlotStore store, int from, int to)
    {
        var tallies = new Dictionary<int, Tally>();
        store.AddUp(store.SlotOf(Start.AddSeconds(from)), store.SlotOf(Start.AddSeconds(to)), tallies, _ => true);
        return tallies;
    }

    private static void ShouldBe(Dictionary<int, Tally> tallies, IEnumerable<(int Second, int Series, long Microseconds)> samples)
    {
        var expected = samples.GroupBy(sample => sample.Series).ToDictionary(group => group.Key, group => group.Select(sample => sample.Microseconds).ToArray());
        tallies.Keys.Should().BeEquivalentTo(expected.Keys);
        foreach (var (series, microseconds) in expected)
        {
            tallies[series].Count.Should().Be(microseconds.Length);
            tallies[series].Durations.Sum.Should().Be(microseconds.Sum());
            tallies[series].Durations.Max.Should().Be(microseconds.Max());
        }
    }
}
