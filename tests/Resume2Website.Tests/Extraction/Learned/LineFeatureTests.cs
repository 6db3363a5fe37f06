using Resume2Website.Extraction.Learned;

namespace Resume2Website.Tests.Extraction.Learned;

public sealed class LineFeatureTests
{
    /// <summary>The published values of FNV-1a, 32 bits: models hold hashes only, so that they must never change.</summary>
    [Theory]
    [InlineData("", 0x811c9dc5)]
    [InlineData("a", 0xe40c292c)]
    [InlineData("foobar", 0xbf9cf968)]
    public void Of_Name_IsFnv1a(string name, uint hash) => LineFeature.Of(name).Hash.Should().Be(hash);

    [Theory]
    [InlineData("word:", "łódź")]
    [InlineData("-2:", "")]
    [InlineData("", "bullet")]
    public void Of_TwoPieces_IsTheFeatureOfBothTogether(string kind, string what) =>
        LineFeature.Of(kind, what, FeatureOrigin.Words).Should().Be(LineFeature.Of(kind + what, FeatureOrigin.Words));
}
