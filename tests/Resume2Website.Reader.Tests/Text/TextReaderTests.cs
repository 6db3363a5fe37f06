using System.Text;
using Resume2Website.Documents;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Tests.Text;

public sealed class TextReaderTests
{
    public static TheoryData<byte[]> Encodings => new(
        Encoding.UTF8.GetBytes("Zoë Łuk, Málaga – 5 €".Replace("Łuk", "Luk", StringComparison.Ordinal)),
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("Zoë Luk, Málaga – 5 €")],
        [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Zoë Luk, Málaga – 5 €")],
        [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("Zoë Luk, Málaga – 5 €")],
        Encoding.Unicode.GetBytes("Zoë Luk, Málaga – 5 €"),
        CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Zoë Luk, Málaga – 5 €"));

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Read_AnyEncoding_GivesTheText(byte[] content) =>
        Fixtures.Read(Format.Text, content).Lines.Single().Text.Should().Be("Zoë Luk, Málaga – 5 €");

    [Fact]
    public void Read_Marks_MakeHeadingsItemsAndColumns()
    {
        var lines = Read("WORK\n====\n2019 – today     Gardener\n* Grafted trees\n    - In frost\n\n--- Skills ---\nPruning\n");

        lines.Select(line => (line.Text, line.Role, line.Level, line.Block)).Should().Equal(
            ("WORK", SourceLineRole.Heading, 1, 1),
            ("2019 – today\tGardener", SourceLineRole.Body, 0, 1),
            ("Grafted trees", SourceLineRole.ListItem, 1, 1),
            ("In frost", SourceLineRole.ListItem, 2, 1),
            ("Skills", SourceLineRole.Heading, 1, 2),
            ("Pruning", SourceLineRole.Body, 0, 2));
    }

    [Fact]
    public void Read_TextIsMadeUniform() =>
        Read("e\u0301tude \u202Eof\u202C o\uFB03ce\u00A0work\u0007 \uE001 done").Single().Text.Should().Be("étude of office work done");

    [Fact]
    public void Read_Blank_HasNoText() => Fixtures.CodeOf(() => Read(" \n\t\n")).Should().Be("no_text");

    [Fact]
    public void Read_Binary_IsNoText() => Fixtures.CodeOf(() => Fixtures.Read(Format.Text, [65, 0, 0, 0, 1, 2, 3])).Should().Be("file_type_unsupported");

    [Fact]
    public void Read_TooMuchText_IsRefused() => Fixtures.CodeOf(() => Read(string.Concat(Enumerable.Repeat("0123456789 abc\n", 20_000)))).Should().Be("too_complex");

    private static IReadOnlyList<SourceLine> Read(string text) => Fixtures.Read(Format.Text, Encoding.UTF8.GetBytes(text)).Lines;
}
