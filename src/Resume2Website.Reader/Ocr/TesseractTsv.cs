using System.Globalization;

namespace Resume2Website.Reader.Ocr;

/// <summary>Reads Tesseract's table of words: level, page, block, paragraph, line, word, left, top, width, height, confidence (0 to 100), text.</summary>
internal static class TesseractTsv
{
    private const string WordLevel = "5";

    /// <summary>The words; rows of other levels and of another form are passed over.</summary>
    public static IReadOnlyList<OcrWord> Parse(string tsv)
    {
        var words = new List<OcrWord>();
        foreach (var row in tsv.Split('\n'))
        {
            var cells = row.TrimEnd('\r').Split('\t');
            if (cells is [WordLevel, _, var block, var paragraph, var line, _, var x, var y, var width, var height, var confidence, var text]
                && !string.IsNullOrWhiteSpace(text)
                && double.TryParse(confidence, NumberStyles.Float, CultureInfo.InvariantCulture, out var sure)
                && Number(width) > 0 && Number(height) > 0)
            {
                words.Add(new OcrWord(text.Trim(), Math.Clamp(sure / 100, 0, 1), (Number(block), Number(paragraph), Number(line)), Number(x), Number(y), Number(width), Number(height)));
            }
        }

        return words;
    }

    private static int Number(string cell) => int.TryParse(cell, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
