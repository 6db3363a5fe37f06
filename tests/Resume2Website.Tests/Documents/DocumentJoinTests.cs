using Resume2Website.Documents;

namespace Resume2Website.Tests.Documents;

/// <summary>What is allowed to one document is allowed to several photos of one, together.</summary>
public sealed class DocumentJoinTests
{
    [Fact]
    public void Join_PhotosThatTogetherHaveAsManyLinesAsADocumentMay_AreOneDocument()
    {
        var half = Photo(DocumentJoin.MostLines / 2, "Tree");

        var joined = DocumentJoin.Join([half, half]);

        joined.Lines.Select(line => line.Number).Should().Equal(Enumerable.Range(1, DocumentJoin.MostLines));
        joined.Lines[^1].Page.Should().Be(2);
    }

    [Fact]
    public void Join_PhotosThatTogetherHaveOneLineMore_AreRefused()
    {
        var half = Photo(DocumentJoin.MostLines / 2, "Tree");
        var join = () => DocumentJoin.Join([half, half, Photo(1, "Tree")]);
        join.Should().Throw<DocumentException>().Which.Code.Should().Be("too_complex");
    }

    [Fact]
    public void Join_PhotosThatTogetherHaveTooManyCharacters_AreRefused()
    {
        var photo = Photo(100, new string('x', 1_001));
        var join = () => DocumentJoin.Join([photo, photo]);
        join.Should().Throw<DocumentException>().Which.Code.Should().Be("too_complex");
    }

    private static SourceDocument Photo(int lines, string text) => new()
    {
        Format = DocumentFormat.Jpeg,
        Pages = [new SourcePage(1, 595, 842)],
        Lines = [.. Enumerable.Range(1, lines).Select(number => new SourceLine { Number = number, Page = 1, Text = text })],
    };
}
