using LiveWorkflows.Artifacts;
using LiveWorkflows.EventLog;
using LiveWorkflows.Jobs;
using LiveWorkflows.Records;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LiveWorkflows.Sqlite.Tests;

public sealed class DataDirectoryTests
{
    [Fact]
    public void Open_DirectoryIsInUse_OneSentenceThatNamesIt()
    {
        using var directory = new TemporaryDirectory();
        using var first = new SqliteDatabase(directory.Path);

        FluentActions.Invoking(() => new SqliteDatabase(directory.Path)).Should().Throw<DataDirectoryInUseException>()
            .WithMessage($"The data directory '{directory.Path}' is in use by another process.");
    }

    [Fact]
    public void Open_AfterDispose_Works()
    {
        using var directory = new TemporaryDirectory();
        new SqliteDatabase(directory.Path).Dispose();

        using var second = new SqliteDatabase(directory.Path);
        File.Exists(directory.DatabaseFile).Should().BeTrue();
    }

    [Fact]
    public void Open_DatabaseOfANewerVersion_SaysSoAndLetsGoOfTheDirectory()
    {
        using var directory = new TemporaryDirectory();
        new SqliteDatabase(directory.Path).Dispose();
        using (var connection = new SqliteConnection($"Data Source={directory.DatabaseFile};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        FluentActions.Invoking(() => new SqliteDatabase(directory.Path)).Should().Throw<InvalidOperationException>().WithMessage("*version 99*");
        FluentActions.Invoking(() => new SqliteDatabase(directory.Path)).Should().Throw<InvalidOperationException>("the directory is not locked");
    }

    [Fact]
    public void Open_NewDirectory_IsForItsOwnerAlone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        using var directory = new TemporaryDirectory();
        var path = Path.Combine(directory.Path, "data");
        using var database = new SqliteDatabase(path);

        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(path).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task AddLiveWorkflowsSqlite_FourContracts_ShareOneDirectory()
    {
        using var directory = new TemporaryDirectory();
        await using var provider = new ServiceCollection()
            .AddLiveWorkflowsSqlite(options => options.DataDirectory = directory.Path).BuildServiceProvider();

        provider.GetRequiredService<IEventLog>().Should().BeSameAs(provider.GetRequiredService<IEventLog>());
        (await provider.GetRequiredService<IJobQueue>().EnqueueAsync(new Job("a", "demo"))).Should().BeTrue();
        (await provider.GetRequiredService<IRecordStore>().PutAsync("a", default)).Should().NotBeNull();
        (await provider.GetRequiredService<IArtifactStore>().PutAsync("a", new MemoryStream([1]))).Length.Should().Be(1);
    }

    [Fact]
    public void AddLiveWorkflowsSqlite_NoDirectoryNamed_SaysWhichOption()
    {
        using var provider = new ServiceCollection().AddLiveWorkflowsSqlite(_ => { }).BuildServiceProvider();

        FluentActions.Invoking(provider.GetRequiredService<IEventLog>).Should().Throw<OptionsValidationException>().WithMessage("*DataDirectory*");
    }
}
