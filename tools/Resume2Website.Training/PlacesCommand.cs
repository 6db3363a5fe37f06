using Resume2Website.Extraction.Lexicon;

namespace Resume2Website.Training;

/// <summary>Makes the list of places from names on standard input and those of a file.</summary>
internal static class PlacesCommand
{
    /// <summary>Reads one name a line from standard input, and from the file names parted by bars.</summary>
    public static async Task RunAsync(string ownNames, string output)
    {
        var names = new List<string>();
        while (await Console.In.ReadLineAsync() is { } name) names.Add(name);
        foreach (var line in (await File.ReadAllLinesAsync(ownNames)).Where(line => !line.StartsWith('#'))) names.AddRange(line.Split('|', StringSplitOptions.TrimEntries));
        var bytes = PlaceNames.Write(names);
        await File.WriteAllBytesAsync(output, bytes);
        Console.WriteLine($"{output}: {names.Count} names, {bytes.Length} bytes");
    }
}
