using System.Globalization;

namespace Resume2Website.Corpus;

/// <summary>What is to be made.</summary>
/// <param name="Directory">Where it goes.</param>
/// <param name="Set">Which set.</param>
/// <param name="Count">How many CVs.</param>
/// <param name="Seed">The seed; the same seed gives the same bytes.</param>
internal sealed record CorpusOptions(string Directory, CorpusSet Set, int Count, ulong Seed)
{
    public const string Usage = "Usage: tools/corpus.sh --out DIR --set train|held-out [--count N] [--seed S]";

    /// <summary>The options of a command line; null when it is not understood.</summary>
    public static CorpusOptions? Parse(string[] args)
    {
        if (args.Length % 2 != 0) return null;
        var given = args.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        if (given.Keys.Any(name => name is not ("--out" or "--set" or "--count" or "--seed"))) return null;
        CorpusSet? set = given.GetValueOrDefault("--set") switch { "train" => CorpusSet.Train, "held-out" => CorpusSet.HeldOut, _ => null };
        if (set is null || !given.TryGetValue("--out", out var directory)) return null;
        var hasCount = int.TryParse(given.GetValueOrDefault("--count", set == CorpusSet.Train ? "1600" : "120"), NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        var hasSeed = ulong.TryParse(given.GetValueOrDefault("--seed", "1"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed);
        return hasCount && hasSeed ? new CorpusOptions(directory, set.Value, count, seed) : null;
    }
}
