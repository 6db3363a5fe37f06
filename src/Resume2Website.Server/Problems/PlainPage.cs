using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Resume2Website.Server.Problems;

/// <summary>A page of a heading and a few sentences, which needs nothing from elsewhere.</summary>
internal static class PlainPage
{
    public const string ContentType = "text/html; charset=utf-8";

    private const string Style =
        ":root{color-scheme:light dark}body{margin:0;font:400 1.0625rem/1.5 system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"Liberation Sans\",sans-serif}"
        + "main{max-width:34rem;margin:12vh auto 0;padding:0 1.25rem}h1{font-size:1.5rem;line-height:1.25}";

    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    /// <summary>What such a page may do: nothing but have its own style.</summary>
    /// <param name="frameAncestors">Who may frame it: <c>'self'</c> or <c>'none'</c>.</param>
    public static string Policy(string frameAncestors) =>
        $"sandbox; default-src 'none'; style-src 'sha256-{StyleHash}'; form-action 'none'; base-uri 'none'; frame-ancestors {frameAncestors}";

    public static string Html(string title, params IEnumerable<string> sentences) =>
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\">"
        + $"<title>{WebUtility.HtmlEncode(title)}</title><style>{Style}</style></head><body><main><h1>{WebUtility.HtmlEncode(title)}</h1>"
        + string.Concat(sentences.Select(sentence => $"<p>{WebUtility.HtmlEncode(sentence)}</p>")) + "</main></body></html>";
}
