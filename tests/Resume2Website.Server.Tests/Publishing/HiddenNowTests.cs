using System.Net;
using System.Text.Json.Nodes;
using SkiaSharp;

namespace Resume2Website.Server.Tests.Publishing;

/// <summary>What is hidden is gone with the switch; what a page on its way needs to look like itself is there for a moment more.</summary>
public class HiddenNowTests(RunningServer server)
{
    [Fact]
    public async Task Photo_HiddenNow_IsGoneFromTheVersionBefore_AndStaysWhileItIsShown()
    {
        using var owner = await Owner.ArriveAsync(server);
        await AddPhotoAsync(owner);
        var url = (await owner.PublishAsync(Owner.NewSlug())).Text("url");
        var photo = (await PicturesAsync(owner, url + "_v1/")).First();
        await owner.DesignAsync("""{"template":"ledger"}""");
        await owner.PublishAsync();
        (await StatusAsync(owner, url + "_v1/" + photo)).Should().Be(HttpStatusCode.OK, "the page before has the same photo");

        await owner.DesignAsync("""{"template":"ledger","show_photo":false}""");
        await owner.PublishAsync();
        foreach (var version in new[] { 1, 2, 3 }) (await StatusAsync(owner, $"{url}_v{version}/{photo}")).Should().Be(HttpStatusCode.NotFound);
        (await StatusAsync(owner, url + "_v2/style.css")).Should().Be(HttpStatusCode.OK, "a page on its way is dressed");
    }

    [Fact]
    public async Task Text_HiddenNow_IsInNoFileOfTheVersionBefore()
    {
        using var owner = await Owner.ArriveAsync(server);
        await owner.DesignAsync("""{"show_phone":true}""");
        var url = (await owner.PublishAsync(Owner.NewSlug())).Text("url");
        (await owner.Client.GetStringAsync(url + "_v1/resume.json")).Should().Contain("0143");
        await owner.DesignAsync("""{"show_phone":false,"template":"board"}""");
        await owner.PublishAsync();

        foreach (var file in new[] { "index.html", "resume.json", "contact.vcf", "og.png" }) (await StatusAsync(owner, url + "_v1/" + file)).Should().Be(HttpStatusCode.NotFound, file);
        (await StatusAsync(owner, url + "_v1/style.css")).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Files_AreKeptByReaders_OnlyWhereTheyHoldNothingOfThePerson()
    {
        using var owner = await Owner.ArriveAsync(server);
        await AddPhotoAsync(owner);
        var url = (await owner.PublishAsync(Owner.NewSlug())).Text("url");
        var photo = (await PicturesAsync(owner, url + "_v1/")).First();

        foreach (var file in new[] { "", "resume.json", "og.png", photo, "_v1/" + photo, "_v1/og.png", "_v1/favicon.svg", "_v1/resume.json", "style.css" })
            (await CachingAsync(owner, url + file)).Should().Be("public, must-revalidate, max-age=60", file);
        (await CachingAsync(owner, url + "_v1/style.css")).Should().Be("public, max-age=600");
    }

    [Theory]
    [InlineData("_v01/style.css")]
    [InlineData("_v00001/style.css")]
    [InlineData("_v4294967297/style.css")]
    [InlineData("_v 1/style.css")]
    [InlineData("_v+1/style.css")]
    public async Task Version_WrittenInAnotherWay_IsNone(string path)
    {
        using var owner = await Owner.ArriveAsync(server);
        var url = (await owner.PublishAsync(Owner.NewSlug())).Text("url");
        (await StatusAsync(owner, url + path)).Should().Be(HttpStatusCode.NotFound);
    }

    private static async Task AddPhotoAsync(Owner owner)
    {
        using var picture = new SKBitmap(new SKImageInfo(300, 400, SKColorType.Rgb888x, SKAlphaType.Opaque));
        picture.Erase(SKColors.Teal);
        using var png = picture.Encode(SKEncodedImageFormat.Png, 100);
        var edited = JsonNode.Parse(await owner.Client.GetStringAsync($"{owner.Url}/resume.json"))!;
        edited["basics"]!["image"] = "data:image/png;base64," + Convert.ToBase64String(png.ToArray());
        (await owner.PutAsync("resume", edited.ToJsonString())).EnsureSuccessStatusCode();
    }

    private static async Task<List<string>> PicturesAsync(Owner owner, string url)
    {
        var found = new List<string>();
        foreach (var size in new[] { 128, 256, 512 })
        {
            if (await StatusAsync(owner, $"{url}photo-{size}.jpg") == HttpStatusCode.OK) found.Add($"photo-{size}.jpg");
        }

        return found;
    }

    private static async Task<HttpStatusCode> StatusAsync(Owner owner, string url)
    {
        using var response = await owner.Client.GetAsync(url);
        return response.StatusCode;
    }

    private static async Task<string> CachingAsync(Owner owner, string url)
    {
        using var response = await owner.Client.GetAsync(url);
        return response.EnsureSuccessStatusCode().Headers.CacheControl!.ToString();
    }
}
