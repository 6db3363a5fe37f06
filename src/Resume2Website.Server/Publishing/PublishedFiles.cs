namespace Resume2Website.Server.Publishing;

/// <summary>All files of a published version: an artifact of it, so never changed.</summary>
/// <param name="Files">The files; what is not among them is not served.</param>
internal sealed record PublishedFiles(IReadOnlyList<PublishedFile> Files)
{
    public PublishedFile? Find(string path) => Files.FirstOrDefault(file => file.Path == path);
}
