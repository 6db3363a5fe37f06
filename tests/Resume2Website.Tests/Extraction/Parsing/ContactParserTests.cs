using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Tests.Extraction.Parsing;

public sealed class ContactParserTests
{
    [Theory]
    [InlineData("E-Mail: ilse.brandt@example.org", "ilse.brandt@example.org")]
    [InlineData("write to o'neil+cv@mail.example.com, please", "o'neil+cv@mail.example.com")]
    public void Email_InALine_IsFound(string text, string address) => EmailParser.Find(text).Should().Be(address);

    [Theory]
    [InlineData("no at sign here")]
    [InlineData("@handle only")]
    public void Email_None_IsNull(string text) => EmailParser.Find(text).Should().BeNull();

    [Theory]
    [InlineData("+49 30 901820", "+49 30 901820")]
    [InlineData("Tel.: (020) 7946 0018", "(020) 7946 0018")]
    [InlineData("Mobile 07700 900123 | London", "07700 900123")]
    [InlineData("06.12.34.56.78", "06.12.34.56.78")]
    public void Phone_AsPrinted_IsFound(string text, string number) => PhoneParser.Find(text)!.Value.Number.Should().Be(number);

    [Theory]
    [InlineData("2014 - 2018")]
    [InlineData("09/2014 – 10/2018")]
    [InlineData("12345 Berlin")]
    public void Phone_DatesAndCodes_AreNone(string text) => PhoneParser.Find(text).Should().BeNull();

    [Theory]
    [InlineData("see www.example.com/folio.", "https://www.example.com/folio", "example.com")]
    [InlineData("github.com/ilse-b", "https://github.com/ilse-b", "github.com")]
    [InlineData("https://de.linkedin.com/in/ilse-b/", "https://de.linkedin.com/in/ilse-b/", "de.linkedin.com")]
    public void WebAddress_WithOrWithoutScheme_IsFound(string text, string url, string host)
    {
        var address = WebAddressParser.Find(text).Should().ContainSingle().Subject;

        address.Url.Should().Be(url);
        address.Host.Should().Be(host);
    }

    [Theory]
    [InlineData("Node.js and Vue.js")]
    [InlineData("B.Sc. in Physics")]
    [InlineData("ilse@example.org")]
    public void WebAddress_WordsWithDots_AreNone(string text) => WebAddressParser.Find(text).Should().BeEmpty();

    [Theory]
    [InlineData("de.linkedin.com/in/ilse-b", "LinkedIn", "ilse-b")]
    [InlineData("https://www.youtube.com/@ilse", "YouTube", "ilse")]
    [InlineData("orcid.org/0000-0002-1825-0097", "ORCID", "0000-0002-1825-0097")]
    public void Profile_OfAKnownNetwork_HasItsUserName(string text, string network, string user)
    {
        var address = WebAddressParser.Find(text)[0];

        ProfileNetworks.Of(address.Host).Should().Be(network);
        ProfileNetworks.UserName(address).Should().Be(user);
    }

    [Theory]
    [InlineData("Lindenweg 7, 04109 Leipzig", "Lindenweg 7", "04109", "Leipzig", null)]
    [InlineData("Bristol, Somerset", null, null, "Bristol", "Somerset")]
    [InlineData("1012 AB Amsterdam", null, "1012 AB", "Amsterdam", null)]
    [InlineData("Portland, OR 97205", null, "97205", "Portland", "OR")]
    public void Postal_AddressLines_AreTakenApart(string text, string? street, string? code, string city, string? region)
    {
        var address = PostalParser.Parse(text)!;

        (address.Street, address.PostalCode, address.City, address.Region).Should().Be((street, code, city, region));
    }

    [Theory]
    [InlineData("Senior Manager, Procurement")]
    [InlineData("Worked with people.")]
    public void Postal_TitlesAndSentences_AreNone(string text) => PostalParser.Parse(text).Should().BeNull();
}
