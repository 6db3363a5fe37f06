using Resume2Website.Documents;
using Resume2Website.Reader.Lines;

namespace Resume2Website.Reader.Tests.Text;

/// <summary>However long a line is and however many there are, whoever looks at them has a bound.</summary>
public sealed class LongLinesTests
{
    [Fact]
    public void ALongLine_IsSeveral_CutBetweenWords_WithNothingLost()
    {
        var text = string.Join(' ', Enumerable.Range(0, 2_000).Select(i => $"word{i}"));
        var collector = new LineCollector();

        collector.Add(new SourceLine { Page = 1, Number = 1, Text = text, Links = [new SourceLink(text.IndexOf("word1500", StringComparison.Ordinal), 8, "https://example.org")] });

        collector.Lines.Should().OnlyContain(line => line.Text.Length <= 2_000).And.HaveCountGreaterThan(5);
        string.Join(' ', collector.Lines.Select(line => line.Text)).Should().Be(text);
        var linked = collector.Lines.Single(line => line.Links.Count > 0);
        linked.Text.Substring(linked.Links[0].Start, 8).Should().Be("word1500");
    }

    [Fact]
    public void ALineWithoutWords_IsCutWithinNoCharacter()
    {
        var collector = new LineCollector();

        collector.Add(new SourceLine { Page = 1, Number = 1, Text = "x" + string.Concat(Enumerable.Repeat("😀", 3_000)) });

        collector.Lines.Should().HaveCountGreaterThan(2);
        foreach (var line in collector.Lines) (char.IsLowSurrogate(line.Text[0]) || char.IsHighSurrogate(line.Text[^1])).Should().BeFalse();
    }

    [Fact]
    public void TooManyLines_AreRefused()
    {
        var collector = new LineCollector();
        var adding = () =>
        {
            for (var i = 0; i < 6_000; i++) collector.Add(new SourceLine { Page = 1, Number = 1, Text = "a" });
        };

        adding.Should().Throw<DocumentException>().Which.Code.Should().Be("too_complex");
    }
}
