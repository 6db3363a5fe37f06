namespace Resume2Website.Reader.Images;

/// <summary>Softens pictures that are grainy, as those of cameras in little light are; on others softening would only cost sharpness.</summary>
internal static class Grain
{
    /// <summary>Neighbours on clean paper differ by less, in shades, however much is written on it.</summary>
    private const int Clean = 8;

    /// <summary>The picture, each pixel of which is the mean of its surroundings where the picture is grainy.</summary>
    public static GrayPicture Soften(GrayPicture picture)
    {
        if (UsualStep(picture) <= Clean) return picture;
        var (width, pixels) = (picture.Width, picture.Pixels);
        var soft = (byte[])pixels.Clone();
        for (var y = 1; y < picture.Height - 1; y++)
        {
            for (var at = (y * width) + 1; at < ((y + 1) * width) - 1; at++)
            {
                soft[at] = (byte)((Row(at - width) + Row(at) + Row(at + width)) / 9);
            }
        }

        return picture with { Pixels = soft };

        int Row(int at) => pixels[at - 1] + pixels[at] + pixels[at + 1];
    }

    /// <summary>The median of the differences between neighbours.</summary>
    private static int UsualStep(GrayPicture picture)
    {
        var steps = new int[256];
        var left = picture.Pixels.Length / 2;
        for (var at = 1; at < picture.Pixels.Length; at++) steps[Math.Abs(picture.Pixels[at] - picture.Pixels[at - 1])]++;
        return Array.FindIndex(steps, count => (left -= count) <= 0);
    }
}
