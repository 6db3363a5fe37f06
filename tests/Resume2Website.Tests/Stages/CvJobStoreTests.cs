using LiveWorkflows.Records;
using Resume2Website.Sites;
using Resume2Website.Stages;

namespace Resume2Website.Tests.Stages;

public sealed class CvJobStoreTests
{
    private readonly CvJobStore _jobs = new(new InMemoryRecordStore());

    [Fact]
    public async Task CreateAsync_IdIsTaken_ChangesNothing()
    {
        await _jobs.CreateAsync(NewJob() with { Pages = 1 });

        (await _jobs.CreateAsync(NewJob() with { Pages = 2 })).Should().BeFalse();

        (await _jobs.FindAsync("job-1"))!.Pages.Should().Be(1);
    }

    [Fact]
    public async Task FindAsync_Job_IsAsItWasKept()
    {
        var job = NewJob() with
        {
            Options = new SiteOptions { Accent = "teal", AsOf = new DateOnly(2026, 3, 1), BaseUrl = new Uri("https://ada.example.org/"), Email = EmailVisibility.Hidden, HiddenSections = ["awards"] },
            Sections = new Dictionary<string, int> { ["work"] = 4 },
            Site = [new CvSiteFile("index.html", "text/html", "sha256-1")],
            Warnings = ["name_missing"],
        };
        await _jobs.CreateAsync(job);

        (await _jobs.FindAsync("job-1")).Should().BeEquivalentTo(job);
    }

    [Fact]
    public async Task UpdateAsync_ManyAtOnce_LosesNone()
    {
        await _jobs.CreateAsync(NewJob() with { Pages = 0 });

        await Parallel.ForAsync(0, 200, async (_, token) => await _jobs.UpdateAsync("job-1", job => job with { Pages = job.Pages + 1 }, token));

        (await _jobs.FindAsync("job-1"))!.Pages.Should().Be(200);
    }

    [Fact]
    public async Task UpdateAsync_JobIsGone_GivesNull() => (await _jobs.UpdateAsync("job-1", job => job)).Should().BeNull();

    [Fact]
    public void JobIdOf_RunOfItsOwn_NamesTheJob()
    {
        CvJobPayload.JobIdOf(CvJobPayload.For("job-1", "run-2")).Should().Be("job-1");
        CvJobPayload.For("job-1", "run-2").Id.Should().Be("run-2");
        CvJobPayload.For("job-1").Id.Should().Be("job-1");
    }

    private static CvJob NewJob() => new() { Id = "job-1", Files = [new CvFile("sha256-0", 3, "cv.pdf")], UploadedAt = DateTimeOffset.UnixEpoch };
}
