using System.Runtime.CompilerServices;

namespace Resume2Website.Templates.Tests;

public sealed class TemplatesDocumentTests
{
    [Fact]
    public void Document_NamesEveryTemplateWithItsAccents()
    {
        var rows = File.ReadAllLines(Document()).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToArray();

        foreach (var template in Rendering.Templates)
        {
            rows.Should().ContainSingle(row => row.StartsWith($"| `{template.Name}` |", StringComparison.Ordinal))
                .Which.Should().Contain($"| {string.Join(", ", template.Accents.Select(accent => accent.Name))} |");
        }
    }

    private static string Document([CallerFilePath] string caller = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "../../docs/websites.md"));
}
