using System.Globalization;

namespace Resume2Website.Corpus.Vocabulary;

/// <summary>The words of one language, of which a set sees its own part only.</summary>
/// <remarks>A file holds lists: a line <c>[name]</c>, then the items, parted by semicolons or lines.</remarks>
internal sealed class WordBook
{
    // Every fourth item is held out; of these lists everything is common to both sets, because a language has only one way to say it.
    private static readonly HashSet<string> Shared = new(StringComparer.Ordinal)
    {
        "months", "months.short", "seasons", "present", "since", "to", "at", "page", "cv", "label.phone", "label.mail", "label.address", "label.web",
        "postal", "phone", "address", "mailbox", "degree.join", "language", "level", "level.native", "score", "degree.high", "degree.trade", "degree.school",
        "soft", "h.contact", "network", "network.duration", "network.level", "european",
    };

    private readonly Dictionary<string, IReadOnlyList<string>> lists = new(StringComparer.Ordinal);

    private WordBook(string language, CorpusSet set)
    {
        Language = language;
        Culture = CultureInfo.InvariantCulture;
        Read(Path.Combine(Folder, language + ".txt"), set);
        lists["stem"] = Part(File.ReadAllText(Path.Combine(Folder, "stems.txt")).Trim().Split(';'), set);
        Trades = Part([.. File.ReadAllLines(Path.Combine(Folder, language + ".trades.txt")).Where(line => line.Length > 0).Select(Trade.Parse)], set);
    }

    /// <summary>The languages there are words of.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. Directory.EnumerateFiles(Folder, "??.txt").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    /// <summary>The language, as two letters (ISO 639-1).</summary>
    public string Language { get; }

    /// <summary>How numbers are written; always the invariant way, so that no machine's settings show.</summary>
    public CultureInfo Culture { get; }

    /// <summary>The trades.</summary>
    public IReadOnlyList<Trade> Trades { get; }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "words");

    /// <summary>A list of words.</summary>
    /// <exception cref="KeyNotFoundException">The language has no such list.</exception>
    public IReadOnlyList<string> this[string list] =>
        lists.TryGetValue(list, out var items) ? items : throw new KeyNotFoundException($"words/{Language}.txt has no list [{list}]: add it.");

    /// <summary>Reads the words of a language.</summary>
    public static WordBook Open(string language, CorpusSet set) => new(language, set);

    private static List<T> Part<T>(IReadOnlyList<T> items, CorpusSet set) =>
        [.. items.Where((_, i) => i % 4 == 3 == (set == CorpusSet.HeldOut))];

    private void Read(string file, CorpusSet set)
    {
        var (name, items) = ("", new List<string>());
        foreach (var line in File.ReadAllLines(file).Append("[end]").Where(line => line.Length > 0))
        {
            if (line[0] != '[')
            {
                items.AddRange(line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
                continue;
            }

            // A short list, such as the three ways to say "native", cannot be parted.
            lists[name] = Shared.Contains(name) || items.Count < 4 ? items : Part(items, set);
            (name, items) = (line.Trim('[', ']'), []);
        }
    }
}
