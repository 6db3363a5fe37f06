using System.Globalization;
using System.Text;

namespace Resume2Website.Corpus.Vocabulary;

/// <summary>Fills the slots of templates such as <c>Led {task} for {n} people</c>.</summary>
internal sealed class Phrases(WordBook words, Chance chance)
{
    private int last;

    /// <summary>The trade that fills {title}, {task} and {skill}.</summary>
    public Trade? Trade { get; set; }

    /// <summary>The title that fills {title}; null for any of the trade.</summary>
    public string? Title { get; set; }

    /// <summary>The town that fills {city}; null for any. An employer named after a town stands in it.</summary>
    public string? City { get; set; }

    /// <summary>A filled item of a list.</summary>
    public string From(string list) => Fill(chance.Pick(words[list]));

    /// <summary>Different filled items of a list.</summary>
    public List<string> Several(string list, int count) => [.. chance.Some(words[list], count).Select(Fill).Distinct()];

    /// <summary>Replaces every slot; # is a digit, @ a capital letter.</summary>
    public string Fill(string template)
    {
        var text = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '{' && template.IndexOf('}', i) is var end and > 0)
            {
                var slot = Slot(template[(i + 1)..end]);
                text.Append(text.Length == 0 ? Capitalized(slot) : slot);
                i = end;
            }
            else
            {
                text.Append(template[i] switch { '#' => (char)('1' + chance.Below(9)), '@' => (char)('A' + chance.Below(24)), var other => other });
            }
        }

        return text.ToString();
    }

    private static string Capitalized(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private string Slot(string name) => name switch
    {
        "n" => Number(chance.Between(6, 240)),
        "m" => Number(chance.Between(1, 28)),
        "small" => Number(chance.Between(2, 12)),
        "pct" => Number(chance.Between(7, 96)),
        "k" => Number(chance.Between(12, 480)),
        "year" => Number(chance.Between(2012, 2024)),
        "title" => Title ?? chance.Pick(Trade!.Titles),
        "task" => Trade!.Tasks[At(Trade.Tasks.Count)],
        "task2" => Trade!.Tasks[(At(Trade.Tasks.Count, keep: true) + 1) % Trade.Tasks.Count],
        "skill" => Trade!.Skills[At(Trade.Skills.Count)],
        "skill2" => Trade!.Skills[(At(Trade.Skills.Count, keep: true) + 1) % Trade.Skills.Count],
        "city" => (City ?? chance.Pick(words["city"])).Split(',')[0],
        "last" or "last2" => chance.Pick(words["last"]),
        "first" => chance.Pick(words["first"]),
        "stem" => chance.Pick(words["stem"]),
        var list => Fill(chance.Pick(words[list])),
    };

    // The second of a kind is another than the first.
    private int At(int count, bool keep = false) => (keep ? last : last = chance.Below(count)) % count;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
