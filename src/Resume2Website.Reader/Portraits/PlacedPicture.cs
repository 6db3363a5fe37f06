using System.Numerics;
using SkiaSharp;

namespace Resume2Website.Reader.Portraits;

/// <summary>A picture as it stands on a page.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Placement">Takes the picture's own square (0 to 1 to the right and upwards, from its bottom left corner) to the page, in points, y upwards.</param>
/// <param name="Visible">The part of that square that is seen; its top is the lower edge, because y points upwards.</param>
/// <param name="Width">The pixels of its width.</param>
/// <param name="Height">The pixels of its height.</param>
/// <param name="Decode">Decodes it, in a size that is a share of its own or somewhat more; null where it is damaged or stored in a way that is not read.</param>
internal sealed record PlacedPicture(int Page, Matrix3x2 Placement, SKRect Visible, int Width, int Height, Func<float, SKBitmap?> Decode)
{
    /// <summary>The whole of a picture.</summary>
    public static readonly SKRect Whole = new(0, 0, 1, 1);

    /// <summary>The box around what is seen, in points, y upwards.</summary>
    public SKRect Box
    {
        get
        {
            var corners = new[] { new Vector2(Visible.Left, Visible.Top), new(Visible.Right, Visible.Top), new(Visible.Left, Visible.Bottom), new(Visible.Right, Visible.Bottom) };
            var places = Array.ConvertAll(corners, corner => Vector2.Transform(corner, Placement));
            return new SKRect(places.Min(place => place.X), places.Min(place => place.Y), places.Max(place => place.X), places.Max(place => place.Y));
        }
    }

    /// <summary>The pixels to a point, in the direction that has more of them.</summary>
    public float Density
    {
        get
        {
            var (across, up) = (new Vector2(Placement.M11, Placement.M12).Length(), new Vector2(Placement.M21, Placement.M22).Length());
            return Math.Max(Width / Math.Max(across, 0.01f), Height / Math.Max(up, 0.01f));
        }
    }
}
