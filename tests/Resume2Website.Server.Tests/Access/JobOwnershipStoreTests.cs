using LiveWorkflows.Records;
using Resume2Website.Server.Access;

namespace Resume2Website.Server.Tests.Access;

public class JobOwnershipStoreTests
{
    [Fact]
    public async Task AddRunAsync_ARetry_LeadsBackToItsJobAndKeepsOutOfTheReportsFacts()
    {
        var records = new InMemoryRecordStore();
        var store = new JobOwnershipStore(records);
        var job = new JobOwnership { JobId = "job", CreatedAt = DateTimeOffset.UnixEpoch, Runs = ["job"] };
        await store.CreateAsync(job, TestContext.Current.CancellationToken);

        await store.AddRunAsync("job", "again", TestContext.Current.CancellationToken);

        (await store.FindByRunAsync("again", TestContext.Current.CancellationToken))!.Runs.Should().Equal("job", "again");
        (await records.ListAsync("run/").ToListAsync()).Should().BeEmpty("the reports read everything there as facts");
    }
}
