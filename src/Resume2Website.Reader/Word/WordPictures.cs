using System.Numerics;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Resume2Website.Reader.Portraits;
using SkiaSharp;
using Anchored = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Resume2Website.Reader.Word;

/// <summary>
/// The pictures at the beginning of a Word document: in its headers and in what is about its first page, also in text boxes, groups and as the filling of a
/// shape; turned and cropped as they are shown (ECMA-376-1, 20.1.8 and 20.2). Linked pictures are not followed.
/// </summary>
internal static class WordPictures
{
    /// <summary>So many characters fill a page.</summary>
    private const int Page = 3_000;

    /// <summary>More pictures are not looked at.</summary>
    private const int Most = 50;

    private const double UnitsOfAPoint = 12_700;
    private const double UnitsOfADegree = 60_000;
    private const double Thousandths = 100_000;

    /// <summary>The pictures.</summary>
    public static IEnumerable<PlacedPicture> Of(MainDocumentPart main) =>
        main.HeaderParts.SelectMany(header => Early(header, header.RootElement))
            .Concat(Early(main, main.Document?.Body))
            .Take(Most)
            .Select(found => Placed(found.Part, found.Blip))
            .OfType<PlacedPicture>();

    private static IEnumerable<(OpenXmlPart Part, Blip Blip)> Early(OpenXmlPart part, OpenXmlElement? root)
    {
        if (root is null || !part.Parts.Any(related => related.OpenXmlPart is ImagePart)) yield break;
        var before = 0;
        foreach (var element in root.Descendants())
        {
            if (element is WordText text) before += text.Text.Length;
            if (before > Page) yield break;
            if (element is Blip { Embed.HasValue: true } blip && IsShown(blip)) yield return (part, blip);
        }
    }

    /// <summary>The same picture is stored once more for old programs; what was deleted or hidden is not shown.</summary>
    private static bool IsShown(Blip blip) =>
        !blip.Ancestors().Any(ancestor => ancestor is AlternateContentFallback or DeletedRun or MoveFromRun || (ancestor is Run { RunProperties: { } look } && look.GetFirstChild<Vanish>() is not null))
        && blip.Ancestors<Anchored.Anchor>().All(anchor => anchor.Hidden is null || !anchor.Hidden.Value);

    private static PlacedPicture? Placed(OpenXmlPart part, Blip blip)
    {
        if (!part.TryGetPartById(blip.Embed!.Value!, out var related) || related is not ImagePart image || Size(blip) is not { } size) return null;
        using var stream = image.GetStream(FileMode.Open, FileAccess.Read);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        var bytes = content.ToArray();
        using var data = SKData.CreateCopy(bytes);
        using var header = PictureCodec.Open(data);
        var visible = Visible(blip);
        if (header is null || visible is not { Width: > 0, Height: > 0 }) return null;
        return new PlacedPicture(1, Matrix3x2.CreateScale(size / new Vector2(visible.Width, visible.Height)) * Turned(blip), visible, header.Info.Width, header.Info.Height, scale => Decode(bytes, scale));
    }

    private static SKBitmap? Decode(byte[] bytes, float scale)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = PictureCodec.Open(data);
        return codec is null ? null : PictureCodec.Decode(codec, scale);
    }

    /// <summary>How large it is shown, in points, before it is turned.</summary>
    private static Vector2? Size(Blip blip)
    {
        var own = Shape(blip)?.GetFirstChild<Transform2D>()?.Extents is { Cx: { } cx, Cy: { } cy } ? new Vector2(cx.Value, cy.Value) : (Vector2?)null;
        var placed = blip.Ancestors().Select(ancestor => ancestor.GetFirstChild<Anchored.Extent>()).FirstOrDefault(extent => extent is not null) is { Cx: { } width, Cy: { } height }
            ? new Vector2(width.Value, height.Value) : (Vector2?)null;
        var size = (own ?? placed) / (float)UnitsOfAPoint;
        return own is null ? size : size * Scale(blip);
    }

    /// <summary>Groups may be stored in another size than they are shown in.</summary>
    private static Vector2 Scale(Blip blip) =>
        blip.Ancestors().SelectMany(ancestor => ancestor.ChildElements.Where(child => child.LocalName == "grpSpPr").Select(child => child.GetFirstChild<TransformGroup>()))
            .Aggregate(Vector2.One, (scale, group) => group is { Extents: { Cx: { } cx, Cy: { } cy }, ChildExtents: { Cx: { Value: > 0 } innerX, Cy: { Value: > 0 } innerY } }
                ? scale * new Vector2(cx.Value / (float)innerX.Value, cy.Value / (float)innerY.Value) : scale);

    private static Matrix3x2 Turned(Blip blip)
    {
        if (Shape(blip)?.GetFirstChild<Transform2D>() is not { } transform) return Matrix3x2.Identity;
        var mirrored = Matrix3x2.CreateScale(transform.HorizontalFlip?.Value == true ? -1 : 1, transform.VerticalFlip?.Value == true ? -1 : 1);
        // Angles are clockwise, and y points upwards here.
        return mirrored * Matrix3x2.CreateRotation((float)(-(transform.Rotation?.Value ?? 0) / UnitsOfADegree * Math.PI / 180));
    }

    /// <summary>The part of the picture that is left of it after cropping, and after filling a shape of another proportion.</summary>
    private static SKRect Visible(Blip blip)
    {
        var crop = blip.Parent?.GetFirstChild<SourceRectangle>();
        var whole = Inset(crop?.Left, crop?.Top, crop?.Right, crop?.Bottom);
        var fill = blip.Parent?.GetFirstChild<Stretch>()?.FillRectangle;
        var filled = Inset(fill?.Left, fill?.Top, fill?.Right, fill?.Bottom);
        if (filled is not { Width: > 0, Height: > 0 }) return SKRect.Empty;
        var seen = new SKRect(
            whole.Left - (filled.Left / filled.Width * whole.Width), whole.Top - (filled.Top / filled.Height * whole.Height),
            whole.Right + ((1 - filled.Right) / filled.Width * whole.Width), whole.Bottom + ((1 - filled.Bottom) / filled.Height * whole.Height));
        return SKRect.Intersect(seen, PlacedPicture.Whole);
    }

    private static SKRect Inset(Int32Value? left, Int32Value? top, Int32Value? right, Int32Value? bottom) =>
        new((float)((left?.Value ?? 0) / Thousandths), (float)((bottom?.Value ?? 0) / Thousandths), 1 - (float)((right?.Value ?? 0) / Thousandths), 1 - (float)((top?.Value ?? 0) / Thousandths));

    /// <summary>The properties of the shape that the picture fills, or of the picture that is a shape itself.</summary>
    private static OpenXmlElement? Shape(Blip blip) => blip.Parent?.Parent switch
    {
        { LocalName: "spPr" } filled => filled,
        { } picture => picture.ChildElements.FirstOrDefault(child => child.LocalName == "spPr"),
        null => null,
    };
}
