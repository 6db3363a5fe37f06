using System.Numerics;
using Resume2Website.Reader.Portraits;
using SkiaSharp;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.ClippingPaths;
using UglyToad.PdfPig.Graphics.Operations.PathConstruction;
using UglyToad.PdfPig.Graphics.Operations.SpecialGraphicsState;

namespace Resume2Website.Reader.Pdf;

/// <summary>
/// What of a page's pictures is seen: programs store a cropped picture whole and clip it, and whoever cropped somebody out of a photo does not want to see
/// them on a website. Clips count as the boxes around their paths (ISO 32000-1, 8.5.4); those within forms are not looked into.
/// </summary>
internal sealed class PictureClips
{
    /// <summary>Lengths that differ by less are the same, in points.</summary>
    private const float Close = 0.5f;

    private static readonly SKRect Everywhere = new(-1e6f, -1e6f, 1e6f, 1e6f);

    private readonly Stack<(Matrix3x2 Matrix, SKRect Clip)> saved = [];
    private readonly List<(Matrix3x2 Matrix, SKRect Visible)> drawn = [];
    private Matrix3x2 matrix = Matrix3x2.Identity;
    private SKRect clip = Everywhere;
    private SKRect path = SKRect.Empty;
    private bool hasPath;
    private bool isClipping;

    public PictureClips(Page page)
    {
        foreach (var operation in page.Operations) Take(operation);
    }

    /// <summary>
    /// The part of a picture's own square that is seen; null where that cannot be told, or nothing is. Pictures are told apart by their size on the page, which
    /// stays the same however the page itself is turned.
    /// </summary>
    public SKRect? Visible(Matrix3x2 placement)
    {
        var parts = drawn.Where(picture => IsAlike(picture.Matrix, placement)).Select(picture => picture.Visible).Distinct().ToList();
        return parts switch
        {
            [] => PlacedPicture.Whole,
            [{ Width: > 0, Height: > 0 } part] => part,
            _ => null,
        };
    }

    private static bool IsAlike(Matrix3x2 one, Matrix3x2 other) =>
        Math.Abs(new Vector2(one.M11, one.M12).Length() - new Vector2(other.M11, other.M12).Length()) < Close
        && Math.Abs(new Vector2(one.M21, one.M22).Length() - new Vector2(other.M21, other.M22).Length()) < Close;

    private void Take(IGraphicsStateOperation operation)
    {
        switch (operation)
        {
            case Push:
                saved.Push((matrix, clip));
                break;
            case Pop when saved.TryPop(out var state):
                (matrix, clip) = state;
                break;
            case ModifyCurrentTransformationMatrix { Value: { Length: 6 } values }:
                matrix = new Matrix3x2((float)values[0], (float)values[1], (float)values[2], (float)values[3], (float)values[4], (float)values[5]) * matrix;
                break;
            case InvokeNamedXObject:
                drawn.Add((matrix, VisibleNow()));
                break;
            case ModifyClippingByNonZeroWindingIntersect or ModifyClippingByEvenOddIntersect:
                isClipping = true;
                break;
            default:
                Draw(operation);
                break;
        }
    }

    private void Draw(IGraphicsStateOperation operation)
    {
        switch (operation)
        {
            case BeginNewSubpath move:
                Reach(move.X, move.Y);
                break;
            case AppendStraightLineSegment line:
                Reach(line.X, line.Y);
                break;
            case AppendRectangle rectangle:
                Reach(rectangle.LowerLeftX, rectangle.LowerLeftY);
                Reach(rectangle.LowerLeftX + rectangle.Width, rectangle.LowerLeftY + rectangle.Height);
                break;
            case AppendDualControlPointBezierCurve curve:
                Reach(curve.X1, curve.Y1);
                Reach(curve.X2, curve.Y2);
                Reach(curve.X3, curve.Y3);
                break;
            case AppendStartControlPointBezierCurve curve:
                Reach(curve.X2, curve.Y2);
                Reach(curve.X3, curve.Y3);
                break;
            case AppendEndControlPointBezierCurve curve:
                Reach(curve.X1, curve.Y1);
                Reach(curve.X3, curve.Y3);
                break;
            case { } painting when painting.GetType().Namespace == typeof(UglyToad.PdfPig.Graphics.Operations.PathPainting.EndPath).Namespace:
                EndPath();
                break;
        }
    }

    private void Reach(double x, double y)
    {
        var place = Vector2.Transform(new Vector2((float)x, (float)y), matrix);
        path = hasPath ? new SKRect(Math.Min(path.Left, place.X), Math.Min(path.Top, place.Y), Math.Max(path.Right, place.X), Math.Max(path.Bottom, place.Y)) : new SKRect(place.X, place.Y, place.X, place.Y);
        hasPath = true;
    }

    private void EndPath()
    {
        if (isClipping && hasPath) clip = SKRect.Intersect(clip, path);
        (hasPath, isClipping) = (false, false);
    }

    /// <summary>The clip in the square of the picture that is drawn now.</summary>
    private SKRect VisibleNow()
    {
        if (clip == Everywhere) return PlacedPicture.Whole;
        if (!Matrix3x2.Invert(matrix, out var inverse)) return SKRect.Empty;
        var corners = new[] { new Vector2(clip.Left, clip.Top), new(clip.Right, clip.Top), new(clip.Left, clip.Bottom), new(clip.Right, clip.Bottom) };
        var places = Array.ConvertAll(corners, corner => Vector2.Transform(corner, inverse));
        var part = new SKRect(places.Min(place => place.X), places.Min(place => place.Y), places.Max(place => place.X), places.Max(place => place.Y));
        return SKRect.Intersect(part, PlacedPicture.Whole);
    }
}
