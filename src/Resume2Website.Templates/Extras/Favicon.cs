using System.Text.Encodings.Web;

namespace Resume2Website.Templates.Extras;

/// <summary>The site's sign in a browser's tab: the person's initials on their accent.</summary>
internal static class Favicon
{
    public static string Of(SiteView view)
    {
        var letters = HtmlEncoder.Default.Encode(view.Initials);
        var size = view.Initials.Length > 1 ? 28 : 36;
        return $$"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
            <style>rect{fill:{{view.Accent.Light}}}text{fill:#fff;font:600 {{size}}px system-ui,sans-serif}@media(prefers-color-scheme:dark){rect{fill:{{view.Accent.Dark}}}text{fill:#111} }</style>
            <rect width="64" height="64" rx="14"/>
            <text x="32" y="33" text-anchor="middle" dominant-baseline="central">{{letters}}</text>
            </svg>

            """.ReplaceLineEndings("\n");
    }
}
