using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Resume2Website.Server.Access;

/// <summary>Who a visitor is: a random cookie, known to the server by its hash alone.</summary>
internal static class VisitorSession
{
    public const string CookieName = "r2w_session";
    private const int SecretLength = 32;
    private const int SecretCharacters = 43;

    // The longest that browsers keep one: whoever has published has no other key to their site.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    /// <summary>The visitor's name in records, or null when the request brings no session.</summary>
    public static string? Find(HttpContext context) =>
        context.Request.Cookies[CookieName] is { Length: SecretCharacters } secret && Base64Url.IsValid(secret) ? NameOf(secret) : null;

    /// <summary>The visitor's name in records; a session is begun when the request brings none, and lasts anew from now on when it brings one.</summary>
    public static string Ensure(HttpContext context)
    {
        var isKnown = Find(context) is not null;
        var secret = isKnown ? context.Request.Cookies[CookieName]! : Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretLength));
        context.Response.Cookies.Append(CookieName, secret, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Path = "/",
            MaxAge = Lifetime,
        });
        return NameOf(secret);
    }

    private static string NameOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));
}
