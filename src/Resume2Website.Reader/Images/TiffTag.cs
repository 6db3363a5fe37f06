namespace Resume2Website.Reader.Images;

/// <summary>The entries of a TIFF's directory that are looked at (TIFF 6.0, appendix A).</summary>
internal enum TiffTag : ushort
{
    SubfileType = 254,
    Width = 256,
    Height = 257,
    BitsPerSample = 258,
    Compression = 259,
    Photometric = 262,
    FillOrder = 266,
    StripOffsets = 273,
    Orientation = 274,
    SamplesPerPixel = 277,
    RowsPerStrip = 278,
    StripByteCounts = 279,
    PlanarConfiguration = 284,
    FaxOptions = 292,
    Predictor = 317,
    ColorMap = 320,
    TileWidth = 322,
    TileHeight = 323,
    TileOffsets = 324,
    TileByteCounts = 325,
    JpegTables = 347,
}
