using Resume2Website.Resumes;
using Resume2Website.Templates.Tests.People;
using SkiaSharp;

namespace Resume2Website.Templates.Tests.Extras;

public sealed class PhotoTests
{
    [Theory]
    [InlineData(600, 800, "photo-128.jpg, photo-256.jpg, photo-512.jpg")]
    [InlineData(800, 300, "photo-128.jpg, photo-256.jpg, photo-300.jpg")]
    [InlineData(256, 256, "photo-128.jpg, photo-256.jpg")]
    [InlineData(40, 90, "photo-40.jpg")]
    public async Task Photo_OfAnyShape_BecomesSquaresNoLargerThanItself(int width, int height, string expected)
    {
        var site = await Rendering.SiteOf(WithPhoto(Picture(width, height)));
        var photos = site.Files.Where(file => file.Path.StartsWith("photo", StringComparison.Ordinal)).ToArray();

        string.Join(", ", photos.Select(photo => photo.Path).Order(StringComparer.Ordinal)).Should().Be(expected);
        foreach (var photo in photos)
        {
            using var picture = SKBitmap.Decode(photo.Content.ToArray());
            photo.Path.Should().Be($"photo-{picture.Width}.jpg");
            picture.Height.Should().Be(picture.Width);
        }
    }

    [Fact]
    public async Task Photo_OnThePage_NamesItsSizesAndThePerson()
    {
        var site = await Rendering.SiteOf(WithPhoto(Picture(600, 600)));
        var image = site.Page().QuerySelector("img.portrait")!;

        image.GetAttribute("srcset").Should().Be("photo-128.jpg 128w, photo-256.jpg 256w, photo-512.jpg 512w");
        image.GetAttribute("alt").Should().Contain(Person.Sparse.Basics.Name);
        site.Text("resume.json").Should().Contain("\"photo-512.jpg\"").And.NotContain("data:image");
    }

    [Fact]
    public async Task Photo_OfATallPicture_IsCutFromItsUpperPart()
    {
        using var tall = new SKBitmap(new SKImageInfo(200, 600, SKColorType.Rgb888x, SKAlphaType.Opaque));
        tall.Erase(SKColors.Blue);
        using (var canvas = new SKCanvas(tall))
        using (var red = new SKPaint { Color = SKColors.Red }) canvas.DrawRect(0, 90, 200, 160, red);

        var site = await Rendering.SiteOf(WithPhoto(Encoded(tall)));
        using var cut = SKBitmap.Decode(site.Find("photo-200.jpg")!.Content.ToArray());

        cut.GetPixel(100, 100).Red.Should().BeGreaterThan(200, "the face of a portrait is in its upper half");
    }

    private static Resume WithPhoto(byte[] picture) =>
        Person.Sparse with { Basics = Person.Sparse.Basics with { Image = "data:image/png;base64," + Convert.ToBase64String(picture) } };

    private static byte[] Picture(int width, int height)
    {
        using var picture = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgb888x, SKAlphaType.Opaque));
        picture.Erase(SKColors.Teal);
        return Encoded(picture);
    }

    private static byte[] Encoded(SKBitmap picture)
    {
        using var png = picture.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
