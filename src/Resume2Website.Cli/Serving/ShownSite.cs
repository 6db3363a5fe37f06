using System.Text;
using Resume2Website.Sites;

namespace Resume2Website.Cli.Serving;

/// <summary>A site that is being shown.</summary>
/// <param name="Site">The site.</param>
/// <param name="Version">Its number; null when its pages do not load themselves anew.</param>
internal sealed record ShownSite(Site Site, int? Version)
{
    private const string BodyEnd = "</body>";

    /// <summary>Ends when another site is shown in its place.</summary>
    public TaskCompletionSource IsReplaced { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The page; only where it loads itself anew, it is not the file's very bytes.</summary>
    public ReadOnlyMemory<byte> Page(string changes)
    {
        var file = Site.Find(Site.Entrance)!;
        if (Version is null) return file.Content;
        var page = Encoding.UTF8.GetString(file.Content.Span);
        var end = page.LastIndexOf(BodyEnd, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(page.Insert(end < 0 ? page.Length : end, $"<script>new EventSource('{changes}?of={Version}').onmessage = () => location.reload()</script>"));
    }
}
