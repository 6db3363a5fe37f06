using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Resume2Website.Server.Journey;

/// <summary>A file of the page, served with an ETag of its content and headers that let nothing in from elsewhere.</summary>
internal sealed class PageAsset(byte[] content, string contentType, string policy = PageAsset.Policy)
{
    // No inline script or style, nothing from another host, framed by nobody: text of a CV that slipped through could still do nothing.
    private const string Policy =
        "default-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private readonly EntityTagHeaderValue etag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"");

    /// <summary>The answer to a request for it: the file, or 304 where the client has it already.</summary>
    public IResult ToResult(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-cache";
        return Results.Bytes(content, contentType, entityTag: etag);
    }
}
