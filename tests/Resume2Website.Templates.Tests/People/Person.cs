using System.Text.Json;
using Resume2Website.Resumes;

namespace Resume2Website.Templates.Tests.People;

/// <summary>Three invented people: one with everything, one with next to nothing, one who means harm.</summary>
internal static class Person
{
    public static Resume Rich { get; } = Read("rich");

    public static Resume Sparse { get; } = Read("sparse");

    public static Resume Hostile { get; } = Read("hostile");

    public static Resume Named(string name) => Read(name);

    private static Resume Read(string name) => JsonSerializer.Deserialize(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "People", name + ".json")), ResumeJson.Default.Resume)!;
}
