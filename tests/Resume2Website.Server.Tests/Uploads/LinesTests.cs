using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Resume2Website.Server.Uploads;
using Resume2Website.Stages;

namespace Resume2Website.Server.Tests.Uploads;

/// <summary>What the owner of a CV sees of where its values stand, and nobody else.</summary>
public class LinesTests(RunningServer server)
{
    [Fact]
    public async Task Lines_OfTheOwner_AreThoseThatTheProvenanceOfEveryValuePointsAt()
    {
        using var visitor = server.NewVisitor();
        var job = await visitor.SubmitAsync(SampleCv.Pdf(), "cv.pdf");
        await visitor.FollowAsync(job.Text("stream_url"));
        var view = await (await visitor.GetAsync(job.Text("status_url"))).JsonAsync();

        using var response = await visitor.GetAsync(view.Text("lines_url"));

        view.Text("lines_url").Should().Be($"{job.Text("status_url")}/lines");
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        var answer = await response.JsonAsync();
        answer.GetProperty("pages").EnumerateArray().Select(page => page.GetProperty("width").GetDouble()).Should().Equal(595, 595);
        var lines = answer.GetProperty("lines").EnumerateArray().ToDictionary(line => line.GetProperty("number").GetInt32());
        var meta = view.GetProperty("resume").GetProperty("meta");
        meta.GetProperty("coverage").GetDouble().Should().BeGreaterThan(0.9);
        var places = meta.GetProperty("provenance").EnumerateObject().ToDictionary(place => place.Name, place => place.Value);
        places.Keys.Should().Contain("/basics/name").And.Contain("/work/0/startDate").And.Contain("/skills/0/keywords/0");
        foreach (var (pointer, place) in places)
        {
            var own = place.GetProperty("lines").EnumerateArray().Select(number => lines[number.GetInt32()]).ToList();
            own[0].GetProperty("page").GetInt32().Should().Be(place.GetProperty("page").GetInt32(), pointer);
            own.Should().OnlyContain(line => line.GetProperty("box").GetArrayLength() == 4);
        }

        lines[places["/basics/name"].GetProperty("line").GetInt32()].Text("text").Should().Be(SampleCv.Name);
    }

    [Fact]
    public async Task Provenance_StandsInTheOwnersFileAndInNoneOfTheSite()
    {
        using var visitor = server.NewVisitor();
        var job = await visitor.SubmitAsync();
        await visitor.FollowAsync(job.Text("stream_url"));

        var own = await (await visitor.GetAsync(job.Text("resume_url"))).JsonAsync();
        var published = await (await visitor.GetAsync($"{job.Text("site_url")}resume.json")).JsonAsync();
        using var zip = new ZipArchive(await visitor.GetStreamAsync($"{job.Text("status_url")}/site.zip"));

        own.GetProperty("meta").GetProperty("provenance").GetProperty("/basics/name").GetProperty("lines").GetArrayLength().Should().Be(1);
        published.GetProperty("basics").Text("name").Should().Be(SampleCv.Name);
        published.GetProperty("meta").EnumerateObject().Select(member => member.Name).Should().NotContain("provenance").And.NotContain("confidence").And.NotContain("coverage");
        foreach (var entry in zip.Entries.Where(entry => entry.Name.EndsWith(".json", StringComparison.Ordinal) || entry.Name.EndsWith(".html", StringComparison.Ordinal)))
        {
            using var text = new StreamReader(entry.Open());
            (await text.ReadToEndAsync()).Should().NotContain("provenance").And.NotContain("\"box\"", entry.FullName);
        }
    }

    [Fact]
    public async Task Lines_OfADeletedJob_AreGone()
    {
        using var visitor = server.NewVisitor();
        var job = await visitor.SubmitAsync();
        await visitor.FollowAsync(job.Text("stream_url"));
        await visitor.DeleteAsync(job.Text("status_url"));

        (await visitor.GetAsync($"{job.Text("status_url")}/lines")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Lines_AfterTheOriginalsTime_AreGoneAndSaidToBe()
    {
        using var visitor = server.NewVisitor();
        var job = await visitor.SubmitAsync();
        await visitor.FollowAsync(job.Text("stream_url"));
        await server.Get<CvJobStore>().UpdateAsync(job.Text("job_id"), known => known with { OriginalExpiresAt = DateTimeOffset.UtcNow });
        await server.Get<RetentionService>().SweepAsync(CancellationToken.None);

        using var response = await visitor.GetAsync($"{job.Text("status_url")}/lines");

        (response.StatusCode, (await response.JsonAsync()).Text("code")).Should().Be((HttpStatusCode.Gone, "lines_deleted"));
        var view = await (await visitor.GetAsync(job.Text("status_url"))).JsonAsync();
        (view.TryGetProperty("lines_url", out _), view.TryGetProperty("original_url", out _)).Should().Be((false, false));
        view.GetProperty("resume").GetProperty("basics").Text("name").Should().Be(SampleCv.Name);
        (await visitor.GetAsync(job.Text("site_url"))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Lines_OfAnUploadWithoutLines_AreNotMade()
    {
        using var visitor = server.NewVisitor();
        var job = await visitor.SubmitAsync("""{"basics":{"name":"Marisol Quintanilla-Frost"},"work":[{"name":"Halvorsen"}]}"""u8.ToArray(), "resume.json");
        await visitor.FollowAsync(job.Text("stream_url"));

        using var response = await visitor.GetAsync($"{job.Text("status_url")}/lines");

        response.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await response.JsonAsync()).Text("code").Should().Be("not_ready");
        (await (await visitor.GetAsync(job.Text("status_url"))).JsonAsync()).TryGetProperty("lines_url", out _).Should().BeFalse();
    }

    [Fact]
    public async Task ApiDocument_DescribesTheLines()
    {
        using var visitor = server.NewVisitor();
        using var document = JsonDocument.Parse(await visitor.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));

        var line = document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("DocumentLine").GetProperty("properties");

        line.EnumerateObject().Select(property => property.Name).Should().BeEquivalentTo("number", "page", "text", "box", "recognition_confidence");
        document.RootElement.GetProperty("paths").TryGetProperty("/api/v1/cv/{job_id}/lines", out _).Should().BeTrue();
    }
}
