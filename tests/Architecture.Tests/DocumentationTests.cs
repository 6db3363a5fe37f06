using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>What the documents show is what the tests run.</summary>
public sealed partial class DocumentationTests
{
    [Theory]
    [InlineData("docs/user-guide.md", "GuideTests.cs")]
    [InlineData("README.md", "ReadmeTests.cs")]
    public void CSharp_RunsLineByLineInItsTests(string document, string tests)
    {
        var tested = File.ReadAllLines(Path.Combine(House.Root, "tests/LiveWorkflows.Tests/UserGuide", tests)).Select(line => line.Trim()).ToHashSet();
        var shown = Block().Matches(File.ReadAllText(Path.Combine(House.Root, document))).SelectMany(match => match.Groups["code"].Value.Split('\n')).ToArray();
        shown.Should().NotBeEmpty();
        shown.Select(line => line.Trim()).Where(line => line.Length > 0).Should().BeSubsetOf(tested);
    }

    [Fact]
    public void Documents_Links_LeadSomewhere()
    {
        foreach (var document in Directory.EnumerateFiles(House.Root, "*.md").Concat(House.Sources("docs", "*.md")))
        {
            foreach (Match link in Link().Matches(File.ReadAllText(document)))
            {
                var target = Path.Combine(Path.GetDirectoryName(document)!, link.Groups["path"].Value);
                (File.Exists(target) || Directory.Exists(target)).Should().BeTrue($"{House.Relative(document)} links to {link.Groups["path"].Value}");
            }
        }
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\]\((?!https?:|#|mailto:)(?<path>[^)#\s]+)[^)]*\)")]
    private static partial Regex Link();
}
