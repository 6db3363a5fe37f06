using LiveWorkflows.Conformance.Records;
using LiveWorkflows.Records;

namespace LiveWorkflows.Tests.Records;

public sealed class InMemoryRecordStoreTests : RecordStoreConformance
{
    protected override ValueTask<IRecordStore> Create() => ValueTask.FromResult<IRecordStore>(new InMemoryRecordStore());
}
