using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Resume2Website.Reader.Word;

/// <summary>How a run looks; filled from the nearest source outwards, so that what is set once stays.</summary>
internal sealed class RunLook
{
    private bool? bold;
    private bool? italic;
    private bool? hidden;

    /// <summary>Whether it is bold.</summary>
    public bool IsBold => bold ?? false;

    /// <summary>Whether it is italic.</summary>
    public bool IsItalic => italic ?? false;

    /// <summary>Whether Word hides it.</summary>
    public bool IsHidden => hidden ?? false;

    /// <summary>Its size in points.</summary>
    public double? Size { get; private set; }

    /// <summary>Its colour as 0xRRGGBB.</summary>
    public int? Color { get; private set; }

    /// <summary>Takes what is not yet known.</summary>
    public void Fill(OnOffType? isBold, OnOffType? isItalic, OnOffType? isHidden, string? halfPoints, string? color)
    {
        bold ??= Value(isBold);
        italic ??= Value(isItalic);
        hidden ??= Value(isHidden);
        if (Size is null && double.TryParse(halfPoints, CultureInfo.InvariantCulture, out var size)) Size = size / 2;
        if (Color is null && int.TryParse(color, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)) Color = rgb & 0xFFFFFF;
    }

    private static bool? Value(OnOffType? property) => property is null ? null : property.Val?.Value ?? true;
}
