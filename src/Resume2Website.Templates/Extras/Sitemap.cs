using System.Globalization;
using System.Security;

namespace Resume2Website.Templates.Extras;

/// <summary>What search engines ask for, once the site has an address.</summary>
internal static class Sitemap
{
    public static string Xml(SiteView view)
    {
        var changed = view.Options.AsOf is { } date ? $"<lastmod>{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}</lastmod>" : "";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
            + $"  <url><loc>{SecurityElement.Escape(view.Address(""))}</loc>{changed}</url>\n</urlset>\n";
    }

    public static string Robots(SiteView view) => $"User-agent: *\nAllow: /\nSitemap: {view.Address("sitemap.xml")}\n";
}
