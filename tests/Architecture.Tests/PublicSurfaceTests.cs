using System.Reflection;
using PublicApiGenerator;

namespace Architecture.Tests;

/// <summary>What users of the packages compile against changes on purpose, or not at all.</summary>
/// <remarks>After an intended change, copy the <c>.received.txt</c> beside the snapshot over it.</remarks>
public sealed class PublicSurfaceTests
{
    [Theory]
    [InlineData("LiveWorkflows")]
    [InlineData("LiveWorkflows.AspNetCore")]
    [InlineData("LiveWorkflows.Sqlite")]
    public void PublicSurface_IsTheSnapshot(string package)
    {
        var surface = Assembly.Load(package).GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n") + "\n";
        var snapshot = Path.Combine(House.Root, "tests", "Architecture.Tests", "PublicSurface", package + ".txt");
        var received = Path.ChangeExtension(snapshot, ".received.txt");
        if (File.Exists(snapshot) && File.ReadAllText(snapshot) == surface)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(snapshot)!);
        File.WriteAllText(received, surface);
        Assert.Fail($"The public surface of {package} is not its snapshot; compare {House.Relative(received)}.");
    }
}
