using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Learned;

namespace Resume2Website.Tests.Extraction.Entries;

/// <summary>The heads of entries: what in them is the role, who employs, and where.</summary>
public sealed class HeadReaderTests
{
    [Theory]
    [InlineData("Head Gardener, Orchard House Ltd, Canterbury", "Head Gardener", "Orchard House Ltd", "Canterbury")]
    [InlineData("Orchard House Ltd, Canterbury — Head Gardener", "Head Gardener", "Orchard House Ltd", "Canterbury")]
    [InlineData("Team Leader, Adult Services | Lindenhof Care Ltd | Boise, ID", "Team Leader, Adult Services", "Lindenhof Care Ltd", "Boise, ID")]
    [InlineData("Ingénieure du son — Studio Lumière, La Rochelle", "Ingénieure du son", "Studio Lumière", "La Rochelle")]
    [InlineData("Krankenpflegerin bei Klinikum Seeblick, Konstanz", "Krankenpflegerin", "Klinikum Seeblick", "Konstanz")]
    [InlineData("Zweifelhaft AG\tBuchhalterin", "Buchhalterin", "Zweifelhaft AG", null)]
    [InlineData("Station Hand, Swan Hill VIC", "Station Hand", null, "Swan Hill VIC")]
    public void OneHead_IsPartedByLikelihood(string head, string title, string? organization, string? place)
    {
        var read = Read(PartKind.Title, head)[0]!;

        (read.Name?.Text, read.Organization?.Text, read.Place?.Text).Should().Be((title, organization, place));
    }

    [Fact]
    public void ASection_DecidesOnce_WhatComesFirst()
    {
        // By itself the middle one could be either; its neighbours say which.
        var read = Read(PartKind.Title, "Orchard House Ltd\tHead Gardener", "Marlowe\tPorter", "Kestrel Nurseries Ltd\tGardener");

        read.Select(head => (head!.Name?.Text, head.Organization?.Text)).Should().Equal(("Head Gardener", "Orchard House Ltd"), ("Porter", "Marlowe"), ("Gardener", "Kestrel Nurseries Ltd"));
    }

    [Fact]
    public void WhatStandsInTheEmployersPlace_IsTheEmployer()
    {
        var read = Read(PartKind.Title, "Régisseuse générale — Théâtre du Lac, Angers", "Ingénieure du son — Indépendante, La Rochelle", "Assistante de studio — Studio Lumière, Lyon");

        (read[1]!.Name?.Text, read[1]!.Organization?.Text, read[1]!.Place?.Text).Should().Be(("Ingénieure du son", "Indépendante", "La Rochelle"));
    }

    [Fact]
    public void Degrees_KeepTheirSubjects()
    {
        var read = Read(PartKind.Degree, "Bachelor of Science, Marine Biology, University of Nowhere")[0]!;

        (string.Join(", ", read.Names.Select(name => name.Text)), read.Organization?.Text).Should().Be(("Bachelor of Science, Marine Biology", "University of Nowhere"));
    }

    [Fact]
    public void NothingNamed_IsNoHead() => HeadReader.Read([[]], PartKind.Title).Should().Equal([null]);

    private static IReadOnlyList<ReadHead?> Read(PartKind kind, params string[] heads) =>
        HeadReader.Read([.. heads.Select(head => LayoutAnalysis.Analyze(Sheet.Text(head)).Lines.Select(EntryLine.Read).ToList())], kind);
}
