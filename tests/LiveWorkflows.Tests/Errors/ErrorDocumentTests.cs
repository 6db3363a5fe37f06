using System.Runtime.CompilerServices;
using System.Text.Json;
using LiveWorkflows.Errors;

namespace LiveWorkflows.Tests.Errors;

public sealed class ErrorDocumentTests
{
    [Fact]
    public void Document_ListsEveryBuiltInCode_AsItIs()
    {
        var rows = File.ReadAllLines(Path.Combine(Root(), "docs", "errors.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        rows.Should().Equal(BuiltInErrors.ByCode.Values.OrderBy(error => error.Code, StringComparer.Ordinal).Select(error =>
            $"| `{error.Code}` | {JsonNamingPolicy.SnakeCaseLower.ConvertName(error.Category.ToString())} | {(error.Retryable ? "yes" : "no")} | {error.Message} |"));
    }

    private static string Root([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..");
}
