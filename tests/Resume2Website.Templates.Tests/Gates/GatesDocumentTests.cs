using Resume2Website.Resumes;
using Resume2Website.SiteChecks;
using Resume2Website.Sites;
using Resume2Website.Sites.Gates;
using Resume2Website.Sites.Printing;
using Resume2Website.Templates.Tests.People;

namespace Resume2Website.Templates.Tests.Gates;

/// <summary>What docs/gates.md says is there, and nothing that is there is left out.</summary>
public sealed class GatesDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(WebTools.Root, "docs/gates.md"));

    [Fact]
    public void Document_NamesEveryGateInItsTable() =>
        Document.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1])
            .Should().BeEquivalentTo(SiteGates.Names.Concat(PrintingErrors.All.Select(error => error.Code)));

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task SectionNames_AllOfThemHidden_LeaveNoSection(string template)
    {
        var everything = Person.Rich with { Projects = [new Project { Name = "Tidepool" }] };
        var site = await Rendering.SiteOf(everything, Rendering.Today with { Template = template, HiddenSections = SiteSections.Names });

        site.Page().QuerySelectorAll("h2").Should().BeEmpty();
    }

    public static TheoryData<string> Templates => new(Rendering.Templates.Select(template => template.Name));

    [Theory]
    [InlineData("work", true)]
    [InlineData("X-Talks", true)]
    [InlineData("hobbies", false)]
    [InlineData("", false)]
    public void Has_KnowsTheSections(string name, bool known) => SiteSections.Has(name).Should().Be(known);
}
