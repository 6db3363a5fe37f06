using System.Text.Json;
using System.Text.Json.Nodes;
using SkiaSharp;

namespace Resume2Website.Server.Tests.Publishing;

public class ResumeEditTests(RunningServer server)
{
    [Fact]
    public async Task Edit_IsInThePreviewAtOnce_AndTheVersionBeforeItIsKept()
    {
        using var owner = await Owner.ArriveAsync(server);
        var read = await owner.Client.GetStringAsync($"{owner.Url}/resume.json");
        var edited = JsonNode.Parse(read)!;
        edited["basics"]!["label"] = "Principal Engineer of Everything";
        using var response = await owner.PutAsync("resume", edited.ToJsonString());
        var answer = await response.JsonAsync();

        ((int)response.StatusCode).Should().Be(200);
        response.Headers.ETag!.Tag.Should().Be(await owner.TagAsync("resume.json"));
        (await owner.PreviewAsync()).Should().Contain("Principal Engineer of Everything");
        var earlier = answer.GetProperty("earlier").EnumerateArray().Single().Text("resume_url");
        (await owner.Client.GetStringAsync(earlier)).Should().Be(read);
        ((int)(await owner.Client.GetAsync($"{owner.Url}/resume.json?version=sha256-0")).StatusCode).Should().Be(404);
    }

    [Fact]
    public async Task Edit_KeepsWhereUnchangedValuesStood_AndForgetsItForChangedOnes()
    {
        using var owner = await Owner.ArriveAsync(server);
        var edited = JsonNode.Parse(await owner.Client.GetStringAsync($"{owner.Url}/resume.json"))!;
        edited["basics"]!["label"] = "Gardener";
        edited["meta"]!["provenance"]!["/basics/label"]!["line"] = 4711;
        using var response = await owner.PutAsync("resume", edited.ToJsonString());
        response.EnsureSuccessStatusCode();
        var meta = JsonDocument.Parse(await owner.Client.GetStringAsync($"{owner.Url}/resume.json")).RootElement.GetProperty("meta");

        meta.GetProperty("provenance").TryGetProperty("/basics/label", out _).Should().BeFalse();
        meta.GetProperty("provenance").TryGetProperty("/basics/name", out _).Should().BeTrue();
        meta.GetProperty("confidence").TryGetProperty("/basics/label", out _).Should().BeFalse();
    }

    [Fact]
    public async Task Edit_WithAPicture_KeepsItEncodedAnew_AndADesignHidesIt()
    {
        using var owner = await Owner.ArriveAsync(server);
        using var picture = new SKBitmap(new SKImageInfo(300, 400, SKColorType.Rgb888x, SKAlphaType.Opaque));
        picture.Erase(SKColors.Teal);
        using var png = picture.Encode(SKEncodedImageFormat.Png, 100);
        var edited = JsonNode.Parse(await owner.Client.GetStringAsync($"{owner.Url}/resume.json"))!;
        edited["basics"]!["image"] = "data:image/png;base64," + Convert.ToBase64String(png.ToArray());
        using var response = await owner.PutAsync("resume", edited.ToJsonString());

        (await response.JsonAsync()).GetProperty("warnings").GetArrayLength().Should().Be(0);
        (await owner.PreviewAsync()).Should().Contain("photo-256.jpg");
        var kept = JsonNode.Parse(await owner.Client.GetStringAsync($"{owner.Url}/resume.json"))!["basics"]!["image"]!.GetValue<string>();
        kept.Should().StartWith("data:image/jpeg;base64,");

        await owner.DesignAsync("""{"show_photo":false}""");
        (await owner.PreviewAsync()).Should().NotContain("photo-");
    }

    [Fact]
    public async Task Edit_WithSomethingThatIsNoPicture_LeavesItOutAndSaysSo()
    {
        using var owner = await Owner.ArriveAsync(server);
        using var response = await owner.PutAsync("resume", """{"basics":{"name":"Ada Example","image":"https://example.org/me.jpg"}}""");

        (await response.JsonAsync()).GetProperty("warnings").EnumerateArray().Select(code => code.GetString()).Should().Equal("picture_dropped");
        (await owner.PreviewAsync()).Should().NotContain("me.jpg");
    }

    [Theory]
    [InlineData("not json", "json_invalid")]
    [InlineData("""{"work":7}""", "resume_malformed")]
    [InlineData("{}", "resume_malformed")]
    public async Task Edit_ThatIsNoResume_IsRefused(string json, string code)
    {
        using var owner = await Owner.ArriveAsync(server);
        await Owner.RefusedAsync(await owner.PutAsync("resume", json), 400, code);
    }

    [Fact]
    public async Task Edit_WithMoreTextThanMayBe_IsRefusedAndNamesThePlace()
    {
        using var owner = await Owner.ArriveAsync(server);
        var tag = await owner.TagAsync("resume.json");
        using var response = await owner.PutAsync("resume", $$$"""{"basics":{"name":"{{{new string('x', 2_001)}}}"}}""");

        (await Owner.RefusedAsync(response, 400, "resume_too_large")).Should().Contain("basics.name").And.NotContain("xxx");
        (await owner.TagAsync("resume.json")).Should().Be(tag);
    }

    [Fact]
    public async Task Edit_OfAnOlderVersion_OrWithoutSayingWhich_IsRefused()
    {
        using var owner = await Owner.ArriveAsync(server);
        var tag = await owner.TagAsync("resume.json");
        (await owner.PutAsync("resume", """{"basics":{"name":"Ada Example"}}""", tag)).EnsureSuccessStatusCode();

        await Owner.RefusedAsync(await owner.PutAsync("resume", """{"basics":{"name":"Bo Example"}}""", tag), 412, "changed_meanwhile");
        await Owner.RefusedAsync(await owner.Client.PutAsync($"{owner.Url}/resume", Owner.Json("""{"basics":{"name":"Bo"}}""")), 428, "precondition_required");
        (await owner.PreviewAsync()).Should().Contain("Ada Example");
    }

    [Fact]
    public async Task Edit_WithMarkup_IsText()
    {
        using var owner = await Owner.ArriveAsync(server);
        using var response = await owner.PutAsync("resume", """{"basics":{"name":"<script>alert(1)</script>","url":"javascript:alert(1)"}}""");
        response.EnsureSuccessStatusCode();
        (await owner.PreviewAsync()).Should().NotContain("<script>alert").And.NotContain("href=\"javascript");
    }

    [Fact]
    public async Task Versions_AreBounded_AndTheFirstIsKept()
    {
        using var owner = await Owner.ArriveAsync(server);
        var read = await owner.Client.GetStringAsync($"{owner.Url}/resume.json");
        var tag = await owner.TagAsync("resume.json");
        JsonElement answer = default;
        for (var number = 0; number < 53; number++)
        {
            using var response = await owner.PutAsync("resume", $$$"""{"basics":{"name":"Ada {{{number}}}"}}""", tag);
            tag = response.EnsureSuccessStatusCode().Headers.ETag!.Tag;
            answer = await response.JsonAsync();
        }

        var earlier = answer.GetProperty("earlier").EnumerateArray().ToList();
        earlier.Count.Should().Be(50);
        (await owner.Client.GetStringAsync(earlier[0].Text("resume_url"))).Should().Be(read);
        (await owner.Client.GetStringAsync(earlier[^1].Text("resume_url"))).Should().Contain("Ada 51");
    }
}
