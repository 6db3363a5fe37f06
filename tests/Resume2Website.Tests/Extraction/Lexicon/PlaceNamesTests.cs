using Resume2Website.Extraction.Lexicon;

namespace Resume2Website.Tests.Extraction.Lexicon;

/// <summary>What the list of places knows.</summary>
public sealed class PlaceNamesTests
{
    [Theory]
    [InlineData("Kraków")]
    [InlineData("München")]
    [InlineData("boise, id")]
    [InlineData("Swan Hill VIC")]
    [InlineData("Österreich")]
    [InlineData("La Rochelle, France")]
    public void Places_AreKnown(string text) => PlaceNames.KnowsAll(text).Should().BeTrue();

    [Theory]
    [InlineData("Head Gardener")]
    [InlineData("Orchard House Ltd")]
    [InlineData("Orchard House, Canterbury")]
    [InlineData("")]
    public void OtherThings_AreNot(string text) => PlaceNames.KnowsAll(text).Should().BeFalse();

    [Fact]
    public void TheList_IsSmall_AndTheSameWheneverItIsMade() => PlaceNames.Write(["Genève", "Basel", "Genève"]).Should().Equal(PlaceNames.Write(["Basel", "Geneve"]));
}
