namespace Resume2Website.Reader.Images;

/// <summary>
/// Finds how far a page is turned out of the level: at the right angle the lower edges of all letters of a line fall together, so that the profile of
/// the rows is at its sharpest (Baird, "The skew angle of printed documents", 1987).
/// </summary>
internal static class Skew
{
    /// <summary>The largest angle that is looked for, in degrees.</summary>
    private const double Largest = 8;

    /// <summary>Below this, in degrees, the recognition does as well by itself.</summary>
    private const double Harmless = 0.25;

    /// <summary>The most places that are looked at; more make it slower and not surer.</summary>
    private const int MostPlaces = 60_000;

    /// <summary>The angle by which the page must be turned clockwise to be level, in radians; 0 where that would not help.</summary>
    public static double Correction(InkMap ink)
    {
        var edges = ink.LowerEdges().ToList();
        if (edges.Count < 500) return 0;
        var places = edges.Where((_, index) => index % ((edges.Count / MostPlaces) + 1) == 0).ToList();
        var height = Math.Max(1, ink.LongSide() / 800);
        var rough = Best(places, Enumerable.Range(0, (int)(4 * Largest) + 1).Select(step => (step * 0.5) - Largest), height);
        var fine = Best(places, Enumerable.Range(-6, 13).Select(step => rough + (step * 0.1)), height);
        return Math.Abs(fine) < Harmless || Math.Abs(fine) > Largest - 0.5 || Sharpness(places, fine, height) < 1.05 * Sharpness(places, 0, height) ? 0 : -fine * Math.PI / 180;
    }

    private static int LongSide(this InkMap ink) => Math.Max(ink.Width, ink.Height);

    private static double Best(List<(int X, int Y)> places, IEnumerable<double> degrees, int rowHeight) =>
        degrees.MaxBy(angle => (Sharpness(places, angle, rowHeight), -Math.Abs(angle)));

    private static double Sharpness(List<(int X, int Y)> places, double degrees, int rowHeight)
    {
        var slope = Math.Tan(degrees * Math.PI / 180);
        var rows = new Dictionary<int, int>();
        foreach (var (x, y) in places)
        {
            var row = (int)Math.Floor((y - (x * slope)) / rowHeight);
            rows[row] = rows.GetValueOrDefault(row) + 1;
        }

        return rows.Values.Sum(count => (double)count * count);
    }
}
