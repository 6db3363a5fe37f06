namespace Resume2Website.Sites.Gates;

/// <summary>What a visitor loads weighs at most 150 KB; the preview picture, which no visitor loads, at most as much again.</summary>
internal sealed class WeightGate : ISiteGate
{
    private const int MostBytes = 150 * 1024;
    private static readonly string[] NotLoaded = ["og.png", "resume.json", "contact.vcf", "sitemap.xml", "robots.txt"];

    public string Name => "weight";

    public IEnumerable<(string Path, string Message)> Faults(InspectedSite site)
    {
        var loaded = site.Site.Files.Where(file => !NotLoaded.Contains(file.Path)).ToArray();
        var photos = loaded.Where(file => file.Path.StartsWith("photo-", StringComparison.Ordinal)).ToArray();

        // A browser takes one size of the photo; the heaviest counts.
        var weight = loaded.Except(photos).Sum(file => (long)file.Content.Length) + photos.Select(file => file.Content.Length).DefaultIfEmpty().Max();
        if (weight > MostBytes)
        {
            yield return (loaded.MaxBy(file => file.Content.Length)!.Path, $"The page weighs {weight / 1024} KB, and 150 KB is the most; this is its heaviest file.");
        }

        if (site.Site.Find("og.png") is { } preview && preview.Content.Length > MostBytes) yield return (preview.Path, "The preview picture weighs more than 150 KB.");
    }
}
