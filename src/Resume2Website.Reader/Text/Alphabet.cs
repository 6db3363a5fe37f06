using System.Collections.Frozen;

namespace Resume2Website.Reader.Text;

/// <summary>A language as its bytes show it: the letters it has beside the plain ones, and small words that need none of them.</summary>
internal sealed class Alphabet
{
    private readonly FrozenSet<char> letters;
    private readonly FrozenSet<string> words;

    private Alphabet(string letters, string words)
    {
        this.letters = (letters + letters.ToUpperInvariant()).ToFrozenSet();
        this.words = words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Languages of Western Europe.</summary>
    public static IReadOnlyList<Alphabet> Western { get; } =
    [
        new("éèçï", "the and of with for at by from in to my"),
        new("äöüßé", "und der die das mit von dem im bei auf als in"),
        new("àâæçéèêëîïôœùûüÿ", "et des les du dans pour avec sur une au en de la le"),
        new("áéíñóúüªº", "y el los las del con para por una en de la"),
        new("áâãàçéêíóôõúªº", "e do da dos das com para em uma de"),
        new("àèéìíîòóù", "e di il della del per con una dei nel che in"),
        new("éèëïíóöüáêçñ", "en het van een met voor bij op de naar als"),
        new("åäöéæøü", "och att det som med av ett till og jeg har i en"),
        new("áðéíóúýþæö", "og að sem við er um til"),
        new("äöåšž", "ja on ei se oli myös"),
    ];

    /// <summary>Languages of Central Europe that are written in Latin letters.</summary>
    public static IReadOnlyList<Alphabet> Central { get; } =
    [
        new("ąćęłńóśźżéäöü", "i w z na do oraz dla przy od jako po lat"),
        new("áčďéěíňóřšťúůýžäöü", "a v ve se na do pro od jako po s z"),
        new("áäčďéíĺľňóôŕšťúýž", "a v vo sa na do pre od ako po s z"),
        new("áéíóöőúüű", "az egy meg volt mint vagy nem ez"),
        new("ăâîșțşţ", "si de la cu pe din pentru un o in"),
        new("čćđšž", "i u na za s od kao do iz te je"),
        new("čšžćđ", "in na za s z od kot do iz je v"),
        new("äöüß", "und der die das mit von dem im bei auf als in"),
    ];

    /// <summary>Languages in Cyrillic letters.</summary>
    public static IReadOnlyList<Alphabet> Cyrillic { get; } =
    [
        new("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", ""),
        new("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", ""),
        new("абвгдежзийклмнопрстуфхцчшщъьюя", ""),
        new("абвгдђежзијклљмнњопрстћуфхцчџш", ""),
        new("абвгдеёжзійклмнопрстуўфхцчшыьэюя", ""),
    ];

    /// <summary>Whether a letter is one of the language.</summary>
    public bool Has(char letter) => letters.Contains(letter);

    /// <summary>Whether a word is one of its small words.</summary>
    public bool HasWord(string word) => words.Contains(word);
}
