namespace Resume2Website.Extraction.Lexicon;

/// <summary>Reads the word lists that are embedded beside the code: <c>name: word | word | …</c>, one list a line, <c>#</c> for remarks.</summary>
internal static class LexiconFile
{
    /// <summary>The lists of a file by name, in the order of the file; a name that occurs more than once has its lines joined.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(string file)
    {
        var assembly = typeof(LexiconFile).Assembly;
        using var stream = assembly.GetManifestResourceStream($"Lexicon.{file}")
            ?? throw new InvalidOperationException($"The word list {file} is not embedded.");
        using var reader = new StreamReader(stream);
        var lists = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.StartsWith('#') || colon < 0) continue;
            var name = line[..colon].Trim();
            if (!lists.TryGetValue(name, out var words)) lists[name] = words = [];
            words.AddRange(line[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }

        return lists.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)pair.Value, StringComparer.Ordinal);
    }
}
