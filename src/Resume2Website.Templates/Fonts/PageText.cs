using System.Net;
using System.Text;

namespace Resume2Website.Templates.Fonts;

/// <summary>The words of a rendered page without its tags: what has to be set in type.</summary>
internal static class PageText
{
    /// <summary>Everything between the tags of the body; markup is told from text by the encoder, which leaves no bare angle in a text.</summary>
    public static string Of(string html)
    {
        var text = new StringBuilder();
        var at = html.IndexOf("<body", StringComparison.Ordinal);
        while (at >= 0 && at < html.Length)
        {
            var end = html.IndexOf('>', at);
            if (end < 0) break;
            at = html.IndexOf('<', end);
            text.Append(html.AsSpan((end + 1)..(at < 0 ? html.Length : at)));
        }

        return WebUtility.HtmlDecode(text.ToString());
    }
}
