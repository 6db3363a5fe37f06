using UglyToad.PdfPig.Content;

namespace Resume2Website.Reader.Pdf;

/// <summary>The colour of a letter as one number.</summary>
internal static class LetterColor
{
    /// <summary>0xRRGGBB; null for patterns and shadings, which have no one colour.</summary>
    public static int? Of(Letter letter)
    {
        try
        {
            var (red, green, blue) = letter.Color.ToRGBValues();
            return (Channel(red) << 16) | (Channel(green) << 8) | Channel(blue);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static int Channel(double value) => (int)Math.Round(Math.Clamp(value, 0, 1) * 255);
}
