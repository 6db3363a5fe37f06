using LiveWorkflows;
using LiveWorkflows.Artifacts;
using LiveWorkflows.EventLog;
using LiveWorkflows.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Resume2Website.Documents;
using Resume2Website.Server.Access;
using Resume2Website.Server.Hosting;
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

    private async Task<CvJob> TakeAsync()
    {
        var id = WorkflowId.New();
        var upload = new Upload { Files = [new UploadedFile(SampleCv.Bytes, "cv.txt", DocumentFormat.Text)] };
        await Get<Intake>().TakeAsync(upload, new JobOwnership { JobId = id, CreatedAt = _time.GetUtcNow(), Runs = [id] }, CancellationToken.None);
        return (await Get<CvJobStore>().FindAsync(id))!;
    }

    private async Task EndAsync(string jobId) => await Get<JobStopper>().CancelAsync(jobId, CancellationToken.None);
}
