namespace Resume2Website.Reader.Images;

/// <summary>A page of a TIFF as its directory describes it.</summary>
internal sealed record TiffPage
{
    public required int Width { get; init; }

    public required int Height { get; init; }

    public required int BitsPerSample { get; init; }

    /// <summary>Values of a pixel: 1 for shades or a palette, 3 for colours.</summary>
    public required int Samples { get; init; }

    /// <summary>How the pieces are packed: 1 not, 2 to 4 fax, 5 LZW, 7 JPEG, 8 and 32946 deflate, 32773 PackBits.</summary>
    public required int Compression { get; init; }

    /// <summary>What the values mean: 0 white is zero, 1 black is zero, 2 red, green and blue, 3 places of the palette, 6 YCbCr.</summary>
    public required int Photometric { get; init; }

    /// <summary>2 where each value is the difference to the one on its left.</summary>
    public required int Predictor { get; init; }

    /// <summary>Of fax group 3: bit 0 says that rows refer to those above.</summary>
    public required int FaxOptions { get; init; }

    /// <summary>Which way is up, 1 to 8, as in EXIF.</summary>
    public required int Orientation { get; init; }

    /// <summary>Whether the bits of a byte stand in reverse.</summary>
    public required bool IsReversed { get; init; }

    /// <summary>Whether each colour is stored by itself.</summary>
    public required bool IsPlanar { get; init; }

    /// <summary>The reds, then greens, then blues of the palette, 16 bits each.</summary>
    public required IReadOnlyList<uint> Palette { get; init; }

    /// <summary>What all JPEG pieces have in common.</summary>
    public required byte[] JpegTables { get; init; }

    /// <summary>The width of a strip or tile.</summary>
    public required int PieceWidth { get; init; }

    /// <summary>The height of a strip or tile; the last strip may be lower.</summary>
    public required int PieceHeight { get; init; }

    /// <summary>The strips or tiles, row by row.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> Pieces { get; init; }
}
