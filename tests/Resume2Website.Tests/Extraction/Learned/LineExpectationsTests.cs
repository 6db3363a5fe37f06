using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Learned;
using Resume2Website.Extraction.Rules;

namespace Resume2Website.Tests.Extraction.Learned;

public sealed class LineExpectationsTests
{
    [Fact]
    public void WhenReading_AListedHeading_IsExpectedToBeOne()
    {
        var lines = Ruled();
        var offsets = Offsets(lines, "Experience");

        LineLabel.All.Zip(offsets).Where(pair => pair.First == new LineLabel("work", LinePart.Heading)).Should().OnlyContain(pair => pair.Second == 0);
        LineLabel.All.Zip(offsets).Where(pair => pair.First != new LineLabel("work", LinePart.Heading)).Should().OnlyContain(pair => pair.Second < 0);
    }

    [Fact]
    public void WhenReading_ASentence_MayBeTextOfAnySection()
    {
        var lines = Ruled();

        LineLabel.All.Zip(Offsets(lines, "Gardens are what I know.")).Where(pair => pair.First.Part == LinePart.Text).Should().OnlyContain(pair => pair.Second == 0);
    }

    private static IReadOnlyList<SectionedLine> Ruled() => SectionFinder.Order(LayoutAnalysis.Analyze(Sheet.Text("""
        Beatrix Oakenshaw

        # Summary
        Gardens are what I know.

        # Experience
        Head Gardener, Orchard House Ltd, 2019 – 2021
        """)));

    private static double[] Offsets(IReadOnlyList<SectionedLine> lines, string text)
    {
        var index = lines.ToList().FindIndex(line => line.Line.Text == text);
        return LineExpectations.WhenReading(lines)[(index * LineLabel.All.Count)..((index + 1) * LineLabel.All.Count)];
    }
}
