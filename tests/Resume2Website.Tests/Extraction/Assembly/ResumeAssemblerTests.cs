using Resume2Website.Extraction.Assembly;
using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Rules;

namespace Resume2Website.Tests.Extraction.Assembly;

public sealed class ResumeAssemblerTests
{
    [Fact]
    public void Assemble_Stopped_EndsAtTheNextEntry()
    {
        var layout = LayoutAnalysis.Analyze(Sheet.Text("Skills\nGrafting, Pruning"));
        var draft = new ResumeDraft(ContactReader.Read(layout, SectionFinder.Find(layout)));
        draft.References.Add(new ReferenceDraft(null, new Found("Grafting, Pruning", layout.Source.Lines[1], 1)));

        var assemble = () => new ResumeAssembler(layout, [], draft).Assemble("engine-1", "en", new CancellationToken(canceled: true));

        assemble.Should().Throw<OperationCanceledException>();
    }
}
