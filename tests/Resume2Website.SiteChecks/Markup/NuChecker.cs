using System.Text.Json;
using Resume2Website.Sites;

namespace Resume2Website.SiteChecks.Markup;

/// <summary>The Nu HTML checker, which also reads CSS and SVG; one process for all sites, for its start takes seconds.</summary>
public static class NuChecker
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>What it says of the HTML, CSS and SVG of the sites, by their names.</summary>
    /// <exception cref="ToolMissingException">Java or the checker is not installed.</exception>
    public static async Task<IReadOnlyList<NuMessage>> CheckAsync(IReadOnlyDictionary<string, Site> sites, CancellationToken cancellationToken = default)
    {
        var jar = WebTools.Package("vnu-jar/build/dist/vnu.jar");
        var folder = Directory.CreateTempSubdirectory("nu-").FullName;
        try
        {
            foreach (var (name, site) in sites) SiteFolder.Write(site, Path.Combine(folder, name));
            // A stack as deep as the page needs: the checker walks its elements by recursion.
            var run = await ToolRun.OfAsync(
                "java", "default-jre-headless", ["-Xss4m", "-Xmx512m", "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", "--also-check-css", "--also-check-svg", "--skip-non-html", folder],
                Limit, cancellationToken: cancellationToken);
            if (run.ExitCode != 0) throw new InvalidOperationException($"The Nu HTML checker ended with {run.ExitCode}: {run.Errors}");
            using var json = JsonDocument.Parse(run.Output);
            return [.. json.RootElement.GetProperty("messages").EnumerateArray().Select(message => Read(message, folder))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static NuMessage Read(JsonElement message, string folder)
    {
        // Java writes file:/tmp/…, which is a valid address (RFC 8089) that not every parser takes.
        var address = message.GetProperty("url").GetString()!;
        var path = Path.GetRelativePath(folder, Uri.UnescapeDataString(address[address.IndexOf('/', StringComparison.Ordinal)..])).Replace('\\', '/').Split('/', 2);
        var isError = message.GetProperty("type").GetString() is "error" or "non-document-error";
        return new NuMessage(
            path[0], path.ElementAtOrDefault(1) ?? "", isError, message.TryGetProperty("lastLine", out var last) ? last.GetInt32() : 0, message.GetProperty("message").GetString()!);
    }
}
