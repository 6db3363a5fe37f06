using Resume2Website.Templates.Links;

namespace Resume2Website.Templates.Tests.Links;

public sealed class SafeUrlTests
{
    [Theory]
    [InlineData("https://www.example.org/me/", "https://www.example.org/me/", "example.org/me")]
    [InlineData("example.org/me?a=1", "https://example.org/me?a=1", "example.org/me?a=1")]
    [InlineData("HTTP://EXAMPLE.org", "http://example.org/", "example.org")]
    [InlineData("https://example.org:8443/x", "https://example.org:8443/x", "example.org:8443/x")]
    [InlineData("mailto:ada@example.org?bcc=spy@example.org", "mailto:ada@example.org", "ada@example.org")]
    [InlineData("tel:+49(0)1705550142", "tel:+491705550142", "+49(0)1705550142")]
    public void Parse_OfAnAllowedAddress_GivesLinkAndText(string address, string href, string text) =>
        SafeUrl.Parse(address).Should().Be(new SafeUrl(href, text));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org")]
    [InlineData("//example.org/x")]
    [InlineData("/etc/passwd")]
    [InlineData("../index.html")]
    [InlineData("https://user:secret@example.org")]
    [InlineData("https://")]
    [InlineData("not an address")]
    [InlineData("word")]
    [InlineData("")]
    [InlineData(null)]
    public void Parse_OfAnythingElse_IsNoLink(string? address) => SafeUrl.Parse(address).Should().BeNull();
}
