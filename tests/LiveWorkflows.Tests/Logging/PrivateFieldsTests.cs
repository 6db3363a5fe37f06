using System.Text;
using LiveWorkflows.Logging;

namespace LiveWorkflows.Tests.Logging;

public sealed class PrivateFieldsTests
{
    private const string Line = """{"event":"e","tags":{"customer":"Ada","region":"eu"},"n":1.50,"summary":{"tags":{"customer":"Ada"},"errors":[{"file_name":"ada.pdf","ok":true}]},"text":"\"tags\": \u00e9","fields":{"FileName":"ada.pdf","Rows":"7"},"none":null}""";

    [Fact]
    public void Filter_WithNothingAllowed_LeavesTagsAndFileNamesOut() =>
        Filter(Line, []).Should().Be("""{"event":"e","n":1.50,"summary":{"errors":[{"ok":true}]},"text":"\u0022tags\u0022: \u00E9","fields":{"Rows":"7"},"none":null}""");

    [Fact]
    public void Filter_WithATagAllowed_KeepsThatOne() =>
        Filter(Line, ["region"]).Should().Contain("""{"event":"e","tags":{"region":"eu"},"n":1.50,"summary":{"tags":{},""").And.NotContain("Ada").And.NotContain("ada.pdf");

    [Fact]
    public void Filter_WithFileNamesAllowed_KeepsThem() => Filter(Line, ["file_name"]).Should().Contain("ada.pdf").And.NotContain("Ada");

    [Theory]
    [InlineData("FILE_NAME")]
    [InlineData("File_Name")]
    [InlineData("FILENAME")]
    [InlineData("fileName")]
    [InlineData("Tags")]
    public void Filter_OtherSpellings_AreLeftOutToo(string name) =>
        Filter($$$"""{"event":"log","fields":{"{{{name}}}":"ada.pdf","Rows":"7"}}""", []).Should().Be("""{"event":"log","fields":{"Rows":"7"}}""");

    [Fact]
    public void Filter_LinesWithoutAny_AreTheSameMemory()
    {
        var lines = "{\"event\":\"a\"}\n{\"event\":\"b\"}\n"u8.ToArray();
        new PrivateFields(new HashSet<string>()).Filter(lines).Overlaps(lines).Should().BeTrue();
    }

    private static string Filter(string line, string[] allowed)
    {
        var text = Encoding.UTF8.GetString(new PrivateFields(allowed.ToHashSet()).Filter(Encoding.UTF8.GetBytes($"{{\"a\":1}}\n{line}\n")));
        text.Should().StartWith("{\"a\":1}\n").And.EndWith("\n");
        return text.Split('\n')[1];
    }
}
