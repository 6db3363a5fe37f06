using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Resume2Website.Documents;
using Resume2Website.Reader.Images;

namespace Resume2Website.Reader.Ocr;

/// <summary>Asks Tesseract for the words of a picture, or for the way it is turned.</summary>
internal sealed partial class Tesseract(OcrTools tools)
{
    /// <summary>The most bytes of words: a page of the smallest print has a tenth.</summary>
    private const int OutputLimit = 4 << 20;

    /// <summary>How sure it must be (its own measure, about 0 to 20) before a page is turned for it.</summary>
    private const double SureOfOrientation = 1.5;

    /// <summary>The words of a picture.</summary>
    /// <param name="picture">The picture, upright.</param>
    /// <param name="languages">The languages, Tesseract's names joined by plus signs, the likeliest first.</param>
    /// <param name="segmentation">How the page is taken apart.</param>
    /// <param name="isUnevenlyLit">Whether paper and ink are told apart place by place.</param>
    /// <exception cref="DocumentException">It failed, or is not there.</exception>
    public IReadOnlyList<OcrWord> Words(GrayPicture picture, string languages, PageSegmentation segmentation, bool isUnevenlyLit)
    {
        string[] light = isUnevenlyLit ? ["-c", "thresholding_method=2"] : [];
        var table = Run(picture, ["--psm", Code(segmentation), "-l", languages, .. light, "tsv"]);
        return TesseractTsv.Parse(Encoding.UTF8.GetString(table));
    }

    /// <summary>By how many quarters the picture must be turned clockwise to be upright; 0 when that cannot be told.</summary>
    public int QuartersToUpright(GrayPicture picture)
    {
        if (!tools.Languages.Contains("osd")) return 0;
        try
        {
            var report = Encoding.UTF8.GetString(Run(picture, ["--psm", Code(PageSegmentation.OrientationOnly), "-l", "osd"]));
            var sure = Confidence().Match(report) is { Success: true } match && double.TryParse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var value) ? value : 0;
            return sure >= SureOfOrientation && Rotation().Match(report) is { Success: true } turn ? int.Parse(turn.Groups[1].ValueSpan, CultureInfo.InvariantCulture) / 90 : 0;
        }
        catch (DocumentException exception) when (exception.Code == "recognition_failed")
        {
            // That is how it answers a page with too few letters.
            return 0;
        }
    }

    private byte[] Run(GrayPicture picture, string[] arguments) => tools.Tesseract.Run(["stdin", "stdout", .. arguments], picture.ToPgm(), OutputLimit);

    private static string Code(PageSegmentation segmentation) => ((int)segmentation).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Rotate: (0|90|180|270)\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rotation();

    [GeneratedRegex(@"Orientation confidence: ([0-9.]+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Confidence();
}
