using Resume2Website.Documents;

namespace Resume2Website.Training;

/// <summary>Makes a document look as if it had been printed, scanned and recognized: no colours, weights or links, sizes off by a little, some letters wrong.</summary>
internal static class Scan
{
    private const double WrongLetters = 0.01;
    private static readonly (char Right, char Wrong)[] Confusions =
        [('l', '1'), ('I', 'l'), ('O', '0'), ('o', 'c'), ('e', 'c'), ('m', 'n'), ('S', '5'), ('t', 'f'), ('a', 'o'), ('u', 'v'), ('.', ','), ('é', 'e'), ('ü', 'u'), ('ä', 'a'), ('B', '8')];

    /// <summary>The document as it would be recognized.</summary>
    public static SourceDocument Of(SourceDocument document, Random random) => document with
    {
        IsRecognized = true,
        Lines = [.. document.Lines.Select(line => line with
        {
            Text = Recognized(line.Text, random),
            Bold = false,
            Italic = false,
            Color = null,
            Links = [],
            FontSize = line.FontSize * (0.94 + 0.12 * random.NextDouble()),
            RecognitionConfidence = 0.85 + 0.14 * random.NextDouble(),
        })],
    };

    private static string Recognized(string text, Random random)
    {
        var letters = text.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (random.NextDouble() >= WrongLetters) continue;
            foreach (var (right, wrong) in Confusions)
            {
                if (letters[i] == right) letters[i] = wrong;
            }
        }

        return new string(letters);
    }
}
