using System.Globalization;
using System.Text;

namespace Resume2Website.Reader.Images;

/// <summary>A picture in shades of grey, 0 black to 255 white, row by row from the top.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Pixels">The shades.</param>
internal sealed record GrayPicture(int Width, int Height, byte[] Pixels)
{
    /// <summary>The longer side in pixels.</summary>
    public int LongSide => Math.Max(Width, Height);

    /// <summary>The picture turned clockwise by a number of quarters.</summary>
    public GrayPicture Turned(int quarters) => (quarters & 3) switch
    {
        1 => Mapped(Height, Width, (x, y) => ((Height - 1 - x) * Width) + y),
        2 => Mapped(Width, Height, (x, y) => ((Height - 1 - y) * Width) + Width - 1 - x),
        3 => Mapped(Height, Width, (x, y) => (x * Width) + Width - 1 - y),
        _ => this,
    };

    /// <summary>The picture mirrored left to right.</summary>
    public GrayPicture Mirrored() => Mapped(Width, Height, (x, y) => (y * Width) + Width - 1 - x);

    /// <summary>A part of the picture over its whole width.</summary>
    public GrayPicture Band(int top, int height) => new(Width, height, Pixels.AsSpan(top * Width, height * Width).ToArray());

    /// <summary>The picture turned about its middle by a small angle, in radians, clockwise where it is positive; what comes in at the corners is white.</summary>
    public GrayPicture Rotated(double angle)
    {
        var turned = new byte[Pixels.Length];
        var (sin, cos) = Math.SinCos(angle);
        var (middleX, middleY) = (Width / 2.0, Height / 2.0);
        for (var y = 0; y < Height; y++)
        {
            var sourceX = middleX - (cos * middleX) + (sin * (y - middleY));
            var sourceY = middleY + (sin * middleX) + (cos * (y - middleY));
            for (var x = 0; x < Width; x++, sourceX += cos, sourceY -= sin) turned[(y * Width) + x] = Between(sourceX, sourceY);
        }

        return this with { Pixels = turned };
    }

    /// <summary>The picture as a portable graymap (binary PGM), which programs of all kinds read.</summary>
    public byte[] ToPgm()
    {
        var header = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{Width} {Height}\n255\n"));
        return [.. header, .. Pixels];
    }

    private byte Between(double x, double y)
    {
        var (left, top) = ((int)x, (int)y);
        if (x < 0 || y < 0 || left >= Width - 1 || top >= Height - 1) return byte.MaxValue;
        var (right, down) = ((int)((x - left) * 256), (int)((y - top) * 256));
        var at = (top * Width) + left;
        var above = (Pixels[at] * (256 - right)) + (Pixels[at + 1] * right);
        var below = (Pixels[at + Width] * (256 - right)) + (Pixels[at + Width + 1] * right);
        return (byte)(((above * (256 - down)) + (below * down)) >> 16);
    }

    private GrayPicture Mapped(int width, int height, Func<int, int, int> source)
    {
        var mapped = new byte[Pixels.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++) mapped[(y * width) + x] = Pixels[source(x, y)];
        }

        return new GrayPicture(width, height, mapped);
    }
}
