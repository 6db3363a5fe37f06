using Resume2Website.Extraction.Layout;

namespace Resume2Website.Tests.Extraction.Layout;

/// <summary>What a narrow column breaks comes together again; what only stands below each other does not.</summary>
public sealed class BrokenLinesTests
{
    [Fact]
    public void ADateOverTwoLinesOfItsColumn_IsOne()
    {
        var sheet = new Sheet().Line(40, 100, "January 2021 –").Line(160, 100, "Head Gardener", bold: true).Line(40, 114, "March 2023").Line(160, 114, "Orchard House Ltd");

        Texts(sheet).Should().Equal("January 2021 – March 2023\tHead Gardener", "Orchard House Ltd");
    }

    [Fact]
    public void ADateAtTheEndOfAFullLine_GoesOnBelow()
    {
        var sheet = new Sheet().Line(40, 100, "Head Gardener / Orchard House Ltd / Kent / April 2019 - January").Line(40, 114, "2022").Line(40, 128, "• Pruned four hundred trees");

        Texts(sheet)[0].Should().EndWith("April 2019 - January 2022");
    }

    [Fact]
    public void TwoDatesBelowEachOther_StayTwo()
    {
        var sheet = new Sheet().Line(40, 100, "2019 – 2021").Line(160, 100, "Head Gardener").Line(40, 114, "2015 – 2019").Line(160, 114, "Gardener");

        Texts(sheet).Should().Equal("2019 – 2021\tHead Gardener", "2015 – 2019\tGardener");
    }

    [Fact]
    public void AMailAddressBrokenAtTheEdgeOfItsColumn_IsOne()
    {
        var sheet = new Sheet().Line(40, 100, "beatrix.oakenshaw@mail.exam").Line(40, 114, "ple.org").Line(40, 128, "+44 7700 900123");

        Texts(sheet).Should().Equal("beatrix.oakenshaw@mail.example.org", "+44 7700 900123");
    }

    [Fact]
    public void AMailAddressWithRoomBesideIt_IsWhole()
    {
        var sheet = new Sheet().Line(40, 100, "beatrix@example.org").Line(40, 114, "oakenshaw.example.org").Line(40, 128, "A line of the same column that is much longer");

        Texts(sheet).Should().Contain("beatrix@example.org").And.Contain("oakenshaw.example.org");
    }

    [Theory]
    [InlineData("Beatrix Oakenshaw – Page 1 of 2")]
    [InlineData("Seite 1 von 1")]
    [InlineData("2 / 3")]
    public void PageNumbers_AreOfThePaper(string footer)
    {
        var sheet = new Sheet().Line(40, 100, "Head Gardener").Line(40, 815, footer);

        Texts(sheet).Should().Equal("Head Gardener");
    }

    [Fact]
    public void Pictograms_AreNoText() => Texts(new Sheet().Line(40, 100, "☎ +44 7700 900123").Line(40, 114, "⌂ Canterbury")).Should().Equal("+44 7700 900123", "Canterbury");

    [Theory]
    [InlineData('#')]
    [InlineData('═')]
    [InlineData('-')]
    public void ALineOfSigns_TakesNoLongerThanAnyOther(char sign) => Texts(new Sheet().Line(40, 100, new string(sign, 20_000) + "a")).Should().ContainSingle();

    private static List<string> Texts(Sheet sheet) => [.. LayoutAnalysis.Analyze(sheet.Build()).Lines.Select(line => line.Text)];
}
