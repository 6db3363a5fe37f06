using System.IO.Compression;
using System.Text;
using Resume2Website.Resumes;
using Resume2Website.Sites;
using Resume2Website.Templates.Tests.People;
using SkiaSharp;

namespace Resume2Website.Templates.Tests.Extras;

public sealed class ExtrasTests
{
    [Fact]
    public async Task Card_WithLongHostileText_FoldsAndEscapes()
    {
        var name = "Ada\nEND:VCARD;, " + string.Concat(Enumerable.Repeat("é山", 60));
        var card = (await Rendering.SiteOf(new Resume { Basics = new Basics { Name = name } })).Text("contact.vcf");

        card.Split("\r\n").Should().OnlyContain(line => Encoding.UTF8.GetByteCount(line) <= 75).And.ContainSingle(line => line == "END:VCARD");
        card.Replace("\r\n ", "", StringComparison.Ordinal).Should().Contain(@"FN:Ada\nEND:VCARD\;\, é山");
    }

    [Theory]
    [InlineData("rich")]
    [InlineData("hostile")]
    public async Task Preview_ForEachPerson_IsAPictureOfTheAgreedSizeWithSomethingOnIt(string person)
    {
        var site = await Rendering.SiteOf(Person.Named(person));
        using var picture = SKBitmap.Decode(site.Find("og.png")!.Content.ToArray());

        (picture.Width, picture.Height).Should().Be((1200, 630));
        picture.Pixels.Distinct().Count().Should().BeGreaterThan(20, "letters have soft edges");
    }

    [Fact]
    public async Task Pack_OfASite_NamesEveryFileAndNoTime()
    {
        var site = await Rendering.SiteOf(Person.Rich);
        using var archive = new ZipArchive(new MemoryStream(SiteZip.Pack(site)));

        archive.Entries.Select(entry => entry.FullName).Should().Equal(site.Files.Select(file => file.Path));
        archive.Entries.Should().OnlyContain(entry => entry.LastWriteTime.Year == 1980);
    }

    [Theory]
    [InlineData("Ada Byron", ">AB<")]
    [InlineData("Ada", ">A<")]
    [InlineData("josé maría de la cruz", ">JC<")]
    [InlineData("<3>", "<text x=\"32\" y=\"33\" text-anchor=\"middle\" dominant-baseline=\"central\"></text>")]
    public async Task Favicon_OfAName_ShowsItsInitials(string name, string expected) =>
        (await Rendering.SiteOf(new Resume { Basics = new Basics { Name = name } })).Text("favicon.svg").Should().Contain(expected);

    [Fact]
    public async Task Description_OfALongSummary_EndsAtAWord()
    {
        var page = (await Rendering.SiteOf(Person.Rich)).Page();
        var description = page.QuerySelector("meta[name=description]")!.GetAttribute("content")!;

        description.Length.Should().BeLessThanOrEqualTo(160);
        Person.Rich.Basics.Summary.Should().StartWith(description.TrimEnd('…'));
    }
}
