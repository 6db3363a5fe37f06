using System.Xml.Linq;

namespace Architecture.Tests;

/// <summary>Which project may know which.</summary>
public sealed class EdgeTests
{
    [Theory]
    [InlineData("LiveWorkflows")]
    [InlineData("LiveWorkflows.AspNetCore", "LiveWorkflows")]
    [InlineData("LiveWorkflows.Sqlite", "LiveWorkflows")]
    [InlineData("Resume2Website", "LiveWorkflows")]
    [InlineData("Resume2Website.Reader", "Resume2Website")]
    [InlineData("Resume2Website.Templates", "Resume2Website")]
    [InlineData("Resume2Website.Cli", "Resume2Website.Templates")]
    [InlineData("Resume2Website.Server", "LiveWorkflows.AspNetCore", "LiveWorkflows.Sqlite", "Resume2Website.Templates")]
    public void Project_References_AreThoseOfTheHouse(string project, params string[] expected)
    {
        var references = Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));
        references.Should().BeEquivalentTo(expected);
    }

    [Fact]
    public void DocumentParsers_OnlyInTheReader()
    {
        foreach (var project in Projects().Where(project => project != "Resume2Website.Reader"))
            Items(project, "PackageReference").Should().NotContain(package => package == "PdfPig" || package == "DocumentFormat.OpenXml", project);
    }

    [Theory]
    [InlineData("LiveWorkflows")]
    [InlineData("Resume2Website")]
    public void LowerRooms_Know_NeitherAspNetCoreNorAStorageEngine(string project)
    {
        Items(project, "FrameworkReference").Should().BeEmpty();
        Items(project, "PackageReference").Should().NotContain(package =>
            package.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || package.Contains("Sqlite") || package.StartsWith("NATS", StringComparison.Ordinal));
    }

    [Fact]
    public void LowerFloor_HasNeverHeardOfACv()
    {
        var words = new[] { "resume2website", "curriculum", "cv_processing", "Résumé" };
        foreach (var file in new[] { "src/LiveWorkflows", "src/LiveWorkflows.Sqlite" }.SelectMany(folder => House.Sources(folder)))
        {
            var text = File.ReadAllText(file);
            words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty(House.Relative(file));
        }
    }

    [Fact]
    public void Templates_Read_NoClockDiskOrNetwork()
    {
        var forbidden = new[] { "DateTime.Now", "DateTime.UtcNow", "TimeProvider.System", "File.Read", "File.Open", "File.Write", "HttpClient", "Environment." };
        foreach (var file in House.Sources("src/Resume2Website.Templates").Concat(House.Sources("src/Resume2Website.Templates", "*.razor")))
        {
            var text = File.ReadAllText(file);
            forbidden.Where(word => text.Contains(word, StringComparison.Ordinal)).Should().BeEmpty(House.Relative(file));
        }
    }

    private static IEnumerable<string> Projects() => Directory.EnumerateDirectories(Path.Combine(House.Root, "src")).Select(folder => Path.GetFileName(folder)!);

    private static IReadOnlyList<string> Items(string project, string kind) =>
        [.. XDocument.Load(Path.Combine(House.Root, "src", project, project + ".csproj")).Descendants(kind).Select(item => (string)item.Attribute("Include")!)];
}
