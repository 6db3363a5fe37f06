using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Rules;

namespace Resume2Website.Extraction.Learned;

/// <summary>Labels the lines of a document by a model. Thread-safe.</summary>
internal sealed class LineLabeller(LineModel model)
{
    /// <summary>The lines in the order of the document, each with what it is.</summary>
    public IReadOnlyList<LabelledLine> Label(IReadOnlyList<SectionedLine> lines, int bodySize)
    {
        var lattice = new LabelLattice(model, LineFeatures.Of(lines, bodySize), Steps(lines), LineExpectations.WhenReading(lines));
        var labels = lattice.Best();
        var marginals = lattice.Marginals();
        return [.. lines.Select((line, i) => Labelled(line.Line, LineLabel.All[labels[i]], marginals.AsSpan(i * LineModel.Labels, LineModel.Labels)))];
    }

    /// <summary>How each line follows the one before it.</summary>
    public static int[] Steps(IReadOnlyList<SectionedLine> lines) =>
        [.. lines.Select((line, i) => i == 0 || lines[i - 1].Line.Region == line.Line.Region ? 0 : lines[i - 1].Line.Page == line.Line.Page ? 1 : 2)];

    private static LabelledLine Labelled(LayoutLine line, LineLabel label, ReadOnlySpan<double> marginals)
    {
        var (section, part) = (0.0, 0.0);
        for (var other = 0; other < marginals.Length; other++)
        {
            if (LineLabel.All[other].Section != label.Section) continue;
            section += marginals[other];
            if (LineLabel.All[other].Part == label.Part) part = marginals[other];
        }

        return new LabelledLine(line with { Part = label.Part, PartConfidence = section > 0 ? part / section : 0 }, label, section);
    }
}
