using System.Text.RegularExpressions;
using Resume2Website.Server.Problems;

namespace Resume2Website.Server.Publishing;

/// <summary>The address of a published site, as the last part of its URL.</summary>
internal static partial class Slug
{
    public const int MaxLength = 40;

    /// <summary>Names that could be taken for a part of the server, or for whoever runs it.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "about", "abuse", "account", "admin", "administrator", "api", "app", "assets", "auth", "billing", "blog", "contact", "css", "dashboard", "docs", "favicon",
        "health", "help", "home", "img", "imprint", "index", "info", "js", "legal", "login", "logout", "mail", "metrics", "news", "openapi", "operator", "postmaster",
        "privacy", "register", "resume2website", "robots", "root", "scalar", "security", "settings", "sign-in", "sign-up", "sitemap", "static", "status", "support",
        "system", "terms", "test", "user", "users", "webmaster", "well-known", "www",
    };

    /// <summary>Whether the text has the form of a slug.</summary>
    public static bool IsValid(string? text) => text is not null && Form().IsMatch(text) && text.Length is >= 3 and <= MaxLength;

    /// <exception cref="RefusedException">It has another form, or is reserved.</exception>
    public static void Check(string slug)
    {
        if (!IsValid(slug)) throw new RefusedException(PublishingProblems.SlugInvalid);
        if (Reserved.Contains(slug)) throw new RefusedException(PublishingProblems.SlugReserved);
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
