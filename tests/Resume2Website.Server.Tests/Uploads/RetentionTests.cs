using System.Text;
using LiveWorkflows;
using LiveWorkflows.Artifacts;
using LiveWorkflows.EventLog;
using LiveWorkflows.Jobs;
using LiveWorkflows.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Resume2Website.Documents;
using Resume2Website.Server.Access;
using Resume2Website.Server.Hosting;
using Resume2Website.Server.Publishing;
using Resume2Website.Server.Uploads;
using Resume2Website.Stages;

namespace Resume2Website.Server.Tests.Uploads;

/// <summary>The retention service on the real storage, without a running server, under a clock that the test moves.</summary>
public sealed class RetentionTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryDirectory _data = new();
    private readonly FakeTimeProvider _time = new(Start);
    private readonly WebApplication _app;

    public RetentionTests() => _app = ServerHost.Build(
        ["--urls", "http://127.0.0.1:0", "--Resume2Website:DataDirectory", _data.Path], services => services.AddSingleton<TimeProvider>(_time));

    [Fact]
    public async Task Sweep_DeletesTheOriginal_WhenItsTimeIsOver()
    {
        var job = await TakeAsync();
        await Get<CvJobStore>().UpdateAsync(job.Id, known => known with { OriginalExpiresAt = Start.AddHours(1) });
        await EndAsync(job.Id);
        await SweepAsync();
        (await OriginalAsync(job)).Should().NotBeNull();

        _time.Advance(TimeSpan.FromHours(1));
        await SweepAsync();
        (await OriginalAsync(job)).Should().BeNull();
        (await Get<CvJobStore>().FindAsync(job.Id))!.OriginalDeleted.Should().BeTrue();
    }

    [Fact]
    public async Task Sweep_DeletesTheOriginalOfAFailedJob_ADayAfterItsEnd()
    {
        var job = await TakeAsync();
        await EndAsync(job.Id);
        _time.Advance(TimeSpan.FromHours(24));
        await SweepAsync();
        (await OriginalAsync(job)).Should().BeNull();
    }

    [Fact]
    public async Task Sweep_DeletesLinesAndAnswers_WithTheOriginalAndKeepsTheRest()
    {
        var job = await TakeAsync();
        var (lines, resume, site) = (await PutAsync(job, "lines"), await PutAsync(job, "resume"), await PutAsync(job, "site"));
        await Get<CvJobStore>().UpdateAsync(job.Id, known => known with { OriginalExpiresAt = Start.AddHours(1), CompletedAt = Start, Lines = lines, Resume = resume, SiteZip = site });
        await Get<IRecordStore>().PutAsync($"cv-llm/{job.Id}/question", "answer"u8.ToArray());
        await EndAsync(job.Id);
        await SweepAsync();
        (await ArtifactsAsync(job)).Should().HaveCount(4);

        _time.Advance(TimeSpan.FromHours(1));
        await SweepAsync();

        (await ArtifactsAsync(job)).Should().BeEquivalentTo(resume, site);
        (await Get<IRecordStore>().GetAsync($"cv-llm/{job.Id}/question")).Should().BeNull();
        (await Get<CvJobStore>().FindAsync(job.Id))!.Lines.Should().BeNull();
    }

    [Fact]
    public async Task Sweep_DeletesWhatARunLeftHalfDone_WithTheOriginal()
    {
        var job = await TakeAsync();
        await PutAsync(job, "the document as it was read");
        await EndAsync(job.Id);
        _time.Advance(TimeSpan.FromHours(24));
        await SweepAsync();
        (await ArtifactsAsync(job)).Should().BeEmpty();
    }

    [Fact]
    public async Task Sweep_WhileTheJobIsTriedAgain_LeavesTheOriginal()
    {
        var job = await TakeAsync();
        await EndAsync(job.Id);
        await Get<CvJobStore>().UpdateAsync(job.Id, known => known with { OriginalExpiresAt = Start.AddHours(1) });
        var again = WorkflowId.New();
        await Get<JobOwnershipStore>().AddRunAsync(job.Id, again, CancellationToken.None);
        await using var run = await Get<WorkflowTracker>().StartAsync("cv_processing", new WorkflowOptions { Id = again, JobId = job.Id });
        await run.FlushAsync();

        _time.Advance(TimeSpan.FromHours(1));
        await SweepAsync();

        (await OriginalAsync(job)).Should().NotBeNull();
    }

    [Fact]
    public async Task Sweep_ErasesTheWholeJob_AfterAWeek()
    {
        var job = await TakeAsync();
        await EndAsync(job.Id);
        _time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromHours(1));
        await SweepAsync();
        (await Get<CvJobStore>().FindAsync(job.Id)).Should().NotBeNull();

        _time.Advance(TimeSpan.FromHours(1));
        await SweepAsync();
        (await Get<CvJobStore>().FindAsync(job.Id)).Should().BeNull();
        (await Get<IEventLog>().GetHeadAsync(job.Id)).Should().BeNull();
        (await Get<IArtifactStore>().ListAsync(job.Id).ToListAsync()).Should().BeEmpty();

        _time.Advance(TimeSpan.FromMinutes(1));
        await Get<JobEraser>().FinishAsync(CancellationToken.None);
        (await Get<JobOwnershipStore>().FindAsync(job.Id, CancellationToken.None)).Should().BeNull("the tombstone goes last");
    }

    [Fact]
    public async Task Sweep_KeepsAPublishedJob_AndAWeekLongerWhenItWasTakenDown()
    {
        var job = await TakeAsync();
        await EndAsync(job.Id);
        var publications = Get<PublicationStore>();
        await publications.UpdateAsync(job.Id, known => known with { Slug = "ada", Claims = ["ada"], LastVersion = 1 }, CancellationToken.None);
        await publications.UpdateSlugAsync("ada", _ => new SlugRecord { JobId = job.Id, Live = 1 }, CancellationToken.None);
        _time.Advance(TimeSpan.FromDays(40));
        await SweepAsync();
        (await Get<CvJobStore>().FindAsync(job.Id)).Should().NotBeNull("it is published");
        (await OriginalAsync(job)).Should().BeNull("the original goes all the same");

        await Get<Publisher>().UnpublishAsync(job.Id, CancellationToken.None);
        _time.Advance(TimeSpan.FromDays(6));
        await SweepAsync();
        (await Get<CvJobStore>().FindAsync(job.Id)).Should().NotBeNull("it was taken down less than a week ago");

        _time.Advance(TimeSpan.FromDays(1));
        await SweepAsync();
        (await Get<CvJobStore>().FindAsync(job.Id)).Should().BeNull();
        (await publications.FindSlugAsync("ada", CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task Finish_ErasesWhatAWorkerStoredAfterTheDeletion()
    {
        var job = await TakeAsync();
        var ownership = (await Get<JobOwnershipStore>().FindAsync(job.Id, CancellationToken.None))!;
        await Get<JobEraser>().EraseAsync(ownership, CancellationToken.None);
        await Get<IArtifactStore>().PutAsync(job.Id, new MemoryStream([1, 2, 3]));
        _time.Advance(TimeSpan.FromMinutes(1));
        await Get<JobEraser>().FinishAsync(CancellationToken.None);
        (await Get<IArtifactStore>().ListAsync(job.Id).ToListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Sweep_EnqueuesAJob_ThatWasAnnouncedAndNotEnqueued()
    {
        var job = await TakeAsync();
        var lost = job with { Id = WorkflowId.New() };
        await Get<JobOwnershipStore>().CreateAsync(new JobOwnership { JobId = lost.Id, CreatedAt = Start, Runs = [lost.Id] }, CancellationToken.None);
        await Get<CvJobStore>().CreateAsync(lost);
        await Get<WorkflowTracker>().QueueAsync("cv_processing", new WorkflowOptions { Id = lost.Id });
        await SweepAsync();
        (await Get<IJobQueue>().GetPositionAsync(lost.Id)).Should().Be(1);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _data.Dispose();
    }

    private T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    private Task SweepAsync() => Get<RetentionService>().SweepAsync(CancellationToken.None);

    private async Task<Stream?> OriginalAsync(CvJob job)
    {
        ArtifactDigest.TryParse(job.Files[0].Digest, out var digest).Should().BeTrue();
        return await Get<IArtifactStore>().OpenAsync(job.Id, digest);
    }

    private async Task<string> PutAsync(CvJob job, string content) =>
        (await Get<IArtifactStore>().PutAsync(job.Id, new MemoryStream(Encoding.UTF8.GetBytes(content)))).Digest.Value;

    private async Task<IReadOnlyList<string>> ArtifactsAsync(CvJob job) => [.. (await Get<IArtifactStore>().ListAsync(job.Id).ToListAsync()).Select(artifact => artifact.Digest.Value)];

    private async Task<CvJob> TakeAsync()
    {
        var id = WorkflowId.New();
        var upload = new Upload { Files = [new UploadedFile(SampleCv.Bytes, "cv.txt", DocumentFormat.Text)] };
        await Get<Intake>().TakeAsync(upload, new JobOwnership { JobId = id, CreatedAt = _time.GetUtcNow(), Runs = [id] }, CancellationToken.None);
        return (await Get<CvJobStore>().FindAsync(id))!;
    }

    private async Task EndAsync(string jobId) => await Get<JobStopper>().CancelAsync(jobId, CancellationToken.None);
}
