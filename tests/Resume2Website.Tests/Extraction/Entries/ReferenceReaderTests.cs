using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;

namespace Resume2Website.Tests.Extraction.Entries;

public sealed class ReferenceReaderTests
{
    [Fact]
    public void Read_NameAboveWhatTheyAre_NamesThem() => References(
        """
        Dr. Ingrid Falk
        Head of Surveying, Harbour Works Ltd
        +44 7700 900123

        Omar de la Cruz
        Foreman, Tide Builders
        """).Should().Equal(("Dr. Ingrid Falk", "Head of Surveying, Harbour Works Ltd\n+44 7700 900123"), ("Omar de la Cruz", "Foreman, Tide Builders"));

    [Fact]
    public void Read_NameBeforeACommaInItsLine_LeavesTheRestOfTheLine() =>
        References("Ingrid Falk, Head of Surveying, Harbour Works Ltd").Should().Equal(("Ingrid Falk", "Head of Surveying, Harbour Works Ltd"));

    [Fact]
    public void Read_QuotesWithASignature_KeepTheirWords() => References(
        """
        “She brought calm and order to a difficult team.”
        — Ingrid Falk, Head of Surveying, Harbour Works Ltd

        “Always prepared, always kind.”
        — Omar de la Cruz
        """).Should().Equal(
            ("Ingrid Falk", "“She brought calm and order to a difficult team.”\nHead of Surveying, Harbour Works Ltd"),
            ("Omar de la Cruz", "“Always prepared, always kind.”"));

    [Theory]
    [InlineData("Available on request")]
    [InlineData("References Available Upon Request")]
    [InlineData("Referenzen auf Anfrage")]
    [InlineData("Harbour Works Ltd, Leeds")]
    [InlineData("Head of Surveying")]
    [InlineData("A dependable colleague whom I would hire again at once.")]
    [InlineData("New York")]
    public void Read_WhatNamesNobody_IsText(string line) => References(line).Should().Equal((null, line));

    private static IEnumerable<(string? Name, string? Text)> References(string text) =>
        ReferenceReader.Read(LayoutAnalysis.Analyze(Sheet.Text(text)).Lines).Select(reference => (reference.Name?.Text, reference.Text?.Text));
}
