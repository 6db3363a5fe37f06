using System.Text.Json;
using Resume2Website.Resumes;

namespace Resume2Website.Templates.Gallery;

/// <summary>Somebody who does not exist and whose CV shows what the templates can do.</summary>
/// <param name="Name">The folder of their sites.</param>
/// <param name="Resume">Their CV.</param>
internal sealed record GalleryPerson(string Name, Resume Resume)
{
    private const string Folder = "people/";

    /// <summary>A designer with projects and a photo, a manager with figures in German, a researcher with publications in Hebrew.</summary>
    public static IReadOnlyList<GalleryPerson> All { get; } =
    [
        .. new[] { "mara-lindqvist", "jonas-achterberg", "noa-barlev" }.Select(name => new GalleryPerson(
            name, JsonSerializer.Deserialize(EmbeddedFiles.Bytes($"{Folder}{name}.json"), ResumeJson.Default.Resume)!)),
    ];
}
