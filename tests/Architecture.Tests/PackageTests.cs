using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;

namespace Architecture.Tests;

/// <summary>What <c>scripts/pack.sh</c> makes is what a developer can install.</summary>
[Trait("Speed", "Slow")]
public sealed class PackageTests : IDisposable
{
    private const string Version = "0.1.0";
    private readonly string _folder = Directory.CreateTempSubdirectory("packages-").FullName;

    [Fact]
    public async Task Pack_EveryPackage_IsWholeAndAProgramRunsOnIt()
    {
        await RunAsync("bash", [Path.Combine(House.Root, "scripts", "pack.sh"), _folder], House.Root);
        var needed = new Dictionary<string, string[]>
        {
            ["LiveWorkflows"] = ["Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Options"],
            ["LiveWorkflows.AspNetCore"] = ["LiveWorkflows"],
            ["LiveWorkflows.Sqlite"] = ["LiveWorkflows", "Microsoft.Data.Sqlite"],
        };
        foreach (var (package, dependencies) in needed)
        {
            using var zip = ZipFile.OpenRead(Path.Combine(_folder, $"{package}.{Version}.nupkg"));
            zip.Entries.Select(entry => entry.FullName).Should().Contain(["README.md", $"lib/net10.0/{package}.dll", $"lib/net10.0/{package}.xml"]);
            using var description = zip.GetEntry($"{package}.nuspec")!.Open();
            var elements = XDocument.Load(description).Descendants().ToArray();
            elements.Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value)
                .Should().Contain(dependencies).And.NotContain("Microsoft.CodeAnalysis.BannedApiAnalyzers");
            var fields = elements.ToLookup(element => element.Name.LocalName, element => element.Value);
            fields["license"].Should().Equal("MIT");
            fields["readme"].Should().Equal("README.md");
            fields["description"].Single().Should().NotBeEmpty();
            using var symbols = ZipFile.OpenRead(Path.Combine(_folder, $"{package}.{Version}.snupkg"));
            symbols.Entries.Should().Contain(entry => entry.FullName == $"lib/net10.0/{package}.pdb");
        }

        File.Exists(Path.Combine(_folder, $"liveworkflows-{Version}.tgz")).Should().BeTrue("the ES module is packed too");
        (await RunConsumerAsync()).Should().Be("Completed Reading,Storing 3");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string> RunConsumerAsync()
    {
        var consumer = Directory.CreateDirectory(Path.Combine(_folder, "consumer")).FullName;
        await File.WriteAllTextAsync(Path.Combine(consumer, "nuget.config"), $"""
            <configuration><packageSources><add key="packed" value="{_folder}" /></packageSources></configuration>
            """);
        await File.WriteAllTextAsync(Path.Combine(consumer, "Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable>
                <RestorePackagesPath>packages</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="LiveWorkflows" Version="{Version}" /></ItemGroup>
            </Project>
            """);
        await File.WriteAllTextAsync(Path.Combine(consumer, "Program.cs"), """
            using LiveWorkflows;
            using LiveWorkflows.EventLog;

            await using var tracker = new WorkflowTracker(new InMemoryEventLog());
            var id = "";
            await tracker.RunAsync("import", async (workflow, cancellationToken) =>
            {
                id = workflow.Id;
                workflow.BeginPhase(WorkflowPhase.Processing, expectedSteps: 2);
                var rows = await workflow.RunStepAsync("Reading", (_, _) => Task.FromResult(new[] { 1, 2, 3 }), cancellationToken: cancellationToken);
                await workflow.RunStepAsync("Storing", (_, _) => Task.CompletedTask, cancellationToken: cancellationToken);
                workflow.Counter("rows").Add(rows.Length);
            });

            var summary = (await tracker.GetSummaryAsync(id))!;
            Console.WriteLine($"{summary.Status} {string.Join(',', summary.Steps.Select(step => step.Name))} {summary.Counters["rows"]}");
            """);
        return (await RunAsync("dotnet", ["run", "--project", consumer, "-v", "quiet"], consumer)).Trim();
    }

    private static async Task<string> RunAsync(string program, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        process.ExitCode.Should().Be(0, await output + await errors);
        return await output;
    }
}
