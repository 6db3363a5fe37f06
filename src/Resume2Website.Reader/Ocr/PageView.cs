using Resume2Website.Reader.Images;

namespace Resume2Website.Reader.Ocr;

/// <summary>A way to look at a page, and the words that a first look at a part of it gave.</summary>
/// <param name="Page">The page, turned and set level.</param>
/// <param name="Ink">Its ink.</param>
/// <param name="Words">The words of the part.</param>
/// <param name="IsUneven">Whether paper and ink were told apart place by place.</param>
internal sealed record PageView(GrayPicture Page, InkMap Ink, IReadOnlyList<OcrWord> Words, bool IsUneven)
{
    /// <summary>Fewer words say nothing.</summary>
    private const int EnoughWords = 6;

    /// <summary>How sure the recognition is of what looks like words, 0 to 1; 0 when hardly anything does.</summary>
    public double Trust => Words.Count(IsWord) < EnoughWords ? 0 : Words.Where(IsWord).Average(word => word.Confidence);

    /// <summary>How much was read surely: the more, the better the way of looking.</summary>
    public double Worth => Words.Where(IsWord).Sum(word => Math.Max(0, word.Confidence - 0.5) * word.Text.Length);

    // A page that lies on its side is read too, line by line from below: the boxes of its words stand upright.
    private static bool IsWord(OcrWord word) => word.Width > word.Height && word.Text.Length >= 3 && word.Text.Count(char.IsLetter) * 2 > word.Text.Length;
}
