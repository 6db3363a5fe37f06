namespace Resume2Website.Reader.Images;

/// <summary>Tells whether a page was photographed in uneven light, so that one threshold cannot part its paper from its ink everywhere.</summary>
internal static class Light
{
    private const int Tiles = 8;

    /// <summary>How many shades the paper of one place may be darker than that of another.</summary>
    private const int Even = 50;

    /// <summary>Whether the paper grows much darker from some places to others.</summary>
    public static bool IsUneven(GrayPicture picture)
    {
        var papers = new List<int>();
        for (var row = 0; row < Tiles; row++)
        {
            for (var column = 0; column < Tiles; column++) papers.Add(Paper(picture, row, column));
        }

        papers.Sort();
        var (dark, light) = (papers[4], papers[^4]);
        var quarter = (light - dark) / 4;
        // A dark column beside a light one is no shadow: between the two there is hardly a shade.
        return light - dark > Even && papers.Count(paper => paper > dark + quarter && paper < light - quarter) >= Tiles * Tiles / 4;
    }

    /// <summary>The shade that nine tenths of a tile are darker than: paper, as long as there is any.</summary>
    private static int Paper(GrayPicture picture, int row, int column)
    {
        var shades = new int[256];
        var count = 0;
        for (var y = picture.Height * row / Tiles; y < picture.Height * (row + 1) / Tiles; y += 3)
        {
            for (var x = picture.Width * column / Tiles; x < picture.Width * (column + 1) / Tiles; x += 3, count++) shades[picture.Pixels[(y * picture.Width) + x]]++;
        }

        var shade = 0;
        for (var seen = shades[0]; seen < count * 0.9 && shade < 255; seen += shades[shade]) shade++;
        return shade;
    }
}
