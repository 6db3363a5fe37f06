using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>What a newcomer can rely on when looking for something.</summary>
public sealed partial class StyleTests
{
    private static readonly string[] KindNames =
        ["Models", "Services", "Interfaces", "Helpers", "Utils", "Common", "Core", "Managers", "Internal", "Misc"];

    [Fact]
    public void Folders_AreNamedAfterFeatures() =>
        House.Sources("src").SelectMany(path => House.Relative(path).Split(Path.DirectorySeparatorChar)).Distinct().Should().NotIntersectWith(KindNames);

    [Fact]
    public void Files_HoldOneThing_AndAreShort()
    {
        foreach (var file in House.Sources("src").Concat(House.Sources("tests")))
        {
            var lines = File.ReadAllLines(file);
            lines.Length.Should().BeLessThanOrEqualTo(400, House.Relative(file));
        }

        foreach (var file in House.Sources("src"))
        {
            var types = TopLevelType().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value).Distinct().ToArray();
            types.Length.Should().BeLessThanOrEqualTo(1, $"{House.Relative(file)} holds {string.Join(", ", types)}");
        }
    }

    [Fact]
    public void Sources_PromiseNothingForLater()
    {
        foreach (var file in House.Sources("src").Where(file => !file.EndsWith("StyleTests.cs", StringComparison.Ordinal)))
            File.ReadAllText(file).Should().NotContainAny("NotImplementedException", "TODO", "FIXME", "async void");
    }

    [GeneratedRegex(@"^(?:public |internal )(?:static |sealed |abstract |readonly |partial |ref )*(?:class|record struct|record|struct|interface|enum|delegate \S+) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();
}
