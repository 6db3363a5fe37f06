using Resume2Website.Templates.Links;

namespace Resume2Website.Templates.Tests.Links;

public sealed class SafeUrlTests
{
    [Theory]
    [InlineData("https://www.example.org/me/", "https://www.example.org/me/", "example.org/me")]
    [InlineData("example.org/me?a=1", "https://example.org/me?a=1", "example.org/me?a=1")]
    [InlineData("HTTP://EXAMPLE.org", "http://example.org/", "example.org")]
    [InlineData("https://example.org:8443/x", "https://example.org:8443/x", "example.org:8443/x")]
    [InlineData("example.org:8080/x", "https://example.org:8080/x", "example.org:8080/x")]
    [InlineData("example.org:8080", "https://example.org:8080/", "example.org:8080")]
    [InlineData("example.org?a=1", "https://example.org/?a=1", "example.org/?a=1")]
    [InlineData("https://bücher.example/me", "https://xn--bcher-kva.example/me", "bücher.example/me")]
    [InlineData("https://xn--bcher-kva.example", "https://xn--bcher-kva.example/", "bücher.example")]
    [InlineData("https://例え.テスト/", "https://xn--r8jz45g.xn--zckzah/", "例え.テスト")]
    [InlineData("https://דוגמה.example", "https://xn--6dbbec0c.example/", "דוגמה.example")]
    [InlineData("https://пример.example", "https://xn--e1afmkfd.example/", "пример.example")]
    [InlineData("https://example.org/über/łódź?ü=1#ä", "https://example.org/%C3%BCber/%C5%82%C3%B3d%C5%BA?%C3%BC=1#%C3%A4", "example.org/über/łódź?ü=1#ä")]
    [InlineData("mailto:ada@example.org?bcc=spy@example.org", "mailto:ada@example.org", "ada@example.org")]
    [InlineData("tel:+49(0)1705550142", "tel:+491705550142", "+49(0)1705550142")]
    public void Parse_OfAnAllowedAddress_GivesLinkAndText(string address, string href, string text) =>
        SafeUrl.Parse(address).Should().Be(new SafeUrl(href, text));

    /// <summary>What could be taken for another address, or steers and hides text, is shown as machines write it.</summary>
    [Theory]
    [InlineData("https://p\u0430ypal.example", "xn--pypal-4ve.example")]
    [InlineData("https://\u0430\u0440\u0440\u04cf\u0435.example", "xn--80ak6aa92e.example")]
    [InlineData("https://example.org/%E2%80%AEgpj.exe", "example.org/%E2%80%AEgpj.exe")]
    [InlineData("https://example.org/%E2%81%A6x%E2%80%8B", "example.org/%E2%81%A6x%E2%80%8B")]
    [InlineData("https://example.org/a%20b%2Fc%3Fd%0Ae%00", "example.org/a%20b%2Fc%3Fd%0Ae%00")]
    [InlineData("https://example.org/%ff%C3%41", "example.org/%FF%C3A")]
    [InlineData("https://example.org/100%", "example.org/100%25")]
    public void Parse_OfATrickyAddress_ShowsItAsMachinesDo(string address, string text) => SafeUrl.Parse(address)!.Text.Should().Be(text);

    [Theory]
    [InlineData("https://a\u200Db.example/me")]
    [InlineData("https://\uFDFA.example/")]
    [InlineData("example.org:x")]
    [InlineData("example.org:99999/x")]
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
