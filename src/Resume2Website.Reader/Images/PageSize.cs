namespace Resume2Website.Reader.Images;

/// <summary>How many pixels a page has while it is read, and how large it is on paper.</summary>
internal static class PageSize
{
    /// <summary>The longer side of A4 in points; a picture does not say how large its paper was.</summary>
    public const double PaperLongSide = 842;

    /// <summary>The longer side of a page that is drawn for recognition: A4 at 200 dots an inch.</summary>
    public const int DrawnLongSide = 2339;

    /// <summary>A longer side has more pixels than help: A4 at 300 dots an inch.</summary>
    public const int LargestLongSide = 3508;

    /// <summary>With a longer side below this the letters of a page are too small for the recognition, and are enlarged.</summary>
    public const int SmallestLongSide = 2200;

    /// <summary>The picture in a size that suits the recognition.</summary>
    public static GrayPicture Fit(GrayPicture picture) => picture.LongSide switch
    {
        > LargestLongSide => PictureDecoder.Scaled(picture, (double)LargestLongSide / picture.LongSide),
        < SmallestLongSide => PictureDecoder.Scaled(picture, (double)DrawnLongSide / picture.LongSide),
        _ => picture,
    };
}
