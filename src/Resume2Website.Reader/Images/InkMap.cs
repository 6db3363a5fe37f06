namespace Resume2Website.Reader.Images;

/// <summary>Where a picture is darker than its surroundings: ink, however unevenly the paper is lit.</summary>
internal sealed class InkMap
{
    /// <summary>How much darker than the mean of its surroundings ink is.</summary>
    private const double Darker = 0.86;

    private readonly bool[] ink;

    public InkMap(GrayPicture picture)
    {
        (Width, Height) = (picture.Width, picture.Height);
        ink = new bool[Width * Height];
        var sums = Sums(picture);
        var reach = Math.Max(8, picture.LongSide / 60);
        for (var y = 0; y < Height; y++)
        {
            var (top, bottom) = (Math.Max(0, y - reach), Math.Min(Height, y + reach + 1));
            for (var x = 0; x < Width; x++)
            {
                var (left, right) = (Math.Max(0, x - reach), Math.Min(Width, x + reach + 1));
                var sum = sums[(bottom * (Width + 1)) + right] - sums[(top * (Width + 1)) + right] - sums[(bottom * (Width + 1)) + left] + sums[(top * (Width + 1)) + left];
                ink[(y * Width) + x] = picture.Pixels[(y * Width) + x] * (bottom - top) * (right - left) < sum * Darker;
            }
        }
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Whether there is ink at a place; outside of the picture there is none.</summary>
    public bool this[int x, int y] => x >= 0 && y >= 0 && x < Width && y < Height && ink[(y * Width) + x];

    /// <summary>The lower edges of ink: most of them stand on the baselines of text.</summary>
    public IEnumerable<(int X, int Y)> LowerEdges()
    {
        for (var y = 0; y < Height - 1; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                if (ink[(y * Width) + x] && !ink[((y + 1) * Width) + x]) yield return (x, y);
            }
        }
    }

    /// <summary>The share of the picture that is ink.</summary>
    public double Share() => ink.Count(isInk => isInk) / (double)ink.Length;

    private static int[] Sums(GrayPicture picture)
    {
        var width = picture.Width + 1;
        var sums = new int[width * (picture.Height + 1)];
        for (var y = 0; y < picture.Height; y++)
        {
            var row = 0;
            for (var x = 0; x < picture.Width; x++)
            {
                row += picture.Pixels[(y * picture.Width) + x];
                sums[((y + 1) * width) + x + 1] = sums[(y * width) + x + 1] + row;
            }
        }

        return sums;
    }
}
