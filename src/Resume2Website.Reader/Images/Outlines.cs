namespace Resume2Website.Reader.Images;

/// <summary>
/// Takes rules, frames and outlines out of the picture of a page. To recognition a framed word is a drawing, and a rule beside a word a letter of it.
/// </summary>
internal static class Outlines
{
    /// <summary>An outline is at least so long, in parts of the page's longer side: about three letters of common print.</summary>
    private const double Shortest = 0.036;

    /// <summary>An outline is at least so wide in both directions, as a frame around a word is.</summary>
    private const double Lowest = 0.009;

    /// <summary>At most so much of an outline's box is ink; of a word whose letters touch it is more.</summary>
    private const double Hollow = 0.24;

    /// <summary>Rules are at most so thick.</summary>
    private const double Thickest = 0.0035;

    /// <summary>The page without them. Pages in which they take up more than letters could (photographs) are left alone there.</summary>
    public static GrayPicture Erase(GrayPicture page, InkMap ink)
    {
        var pixels = (byte[])page.Pixels.Clone();
        var seen = new bool[page.Width * page.Height];
        var open = new Stack<int>();
        var part = new List<int>();
        for (var start = 0; start < seen.Length; start++)
        {
            if (seen[start] || !ink[start % page.Width, start / page.Width]) continue;
            Gather(page, ink, seen, open, part, start);
            if (IsOutline(page, part)) Paint(page, ink, pixels, part);
        }

        return page with { Pixels = pixels };
    }

    /// <summary>All ink that hangs together with a place.</summary>
    private static void Gather(GrayPicture page, InkMap ink, bool[] seen, Stack<int> open, List<int> part, int start)
    {
        part.Clear();
        open.Push(start);
        seen[start] = true;
        while (open.TryPop(out var at))
        {
            part.Add(at);
            var (x, y) = (at % page.Width, at / page.Width);
            for (var dy = -1; dy <= 1; dy++)
            {
                for (var dx = -1; dx <= 1; dx++)
                {
                    if (!ink[x + dx, y + dy]) continue;
                    var next = at + (dy * page.Width) + dx;
                    if (seen[next]) continue;
                    seen[next] = true;
                    open.Push(next);
                }
            }
        }
    }

    private static bool IsOutline(GrayPicture page, List<int> part)
    {
        double side = page.LongSide;
        if (part.Count < Shortest * side) return false;
        var (left, right, top, bottom) = (int.MaxValue, 0, int.MaxValue, 0);
        foreach (var at in part)
        {
            var (x, y) = (at % page.Width, at / page.Width);
            (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x), Math.Min(top, y), Math.Max(bottom, y));
        }

        var (width, height) = (right - left + 1, bottom - top + 1);
        if (Math.Max(width, height) < Shortest * side) return false;
        return Math.Min(width, height) <= Thickest * side || (Math.Min(width, height) >= Lowest * side && part.Count < Hollow * width * height);
    }

    /// <summary>Paints over it, and over its soft edge, in the shade of the paper beside it.</summary>
    private static void Paint(GrayPicture page, InkMap ink, byte[] pixels, List<int> part)
    {
        foreach (var at in part)
        {
            var (x, y) = (at % page.Width, at / page.Width);
            var paper = Paper(page, ink, x, y);
            for (var dy = -1; dy <= 1; dy++)
            {
                for (var dx = -1; dx <= 1; dx++)
                {
                    var (nearX, nearY) = (x + dx, y + dy);
                    if (nearX >= 0 && nearY >= 0 && nearX < page.Width && nearY < page.Height) pixels[(nearY * page.Width) + nearX] = Math.Max(pixels[(nearY * page.Width) + nearX], paper);
                }
            }
        }
    }

    private static byte Paper(GrayPicture page, InkMap ink, int x, int y)
    {
        byte paper = 0;
        for (var reach = 3; reach <= 5; reach += 2)
        {
            foreach (var (placeX, placeY) in (ReadOnlySpan<(int, int)>)[(x - reach, y), (x + reach, y), (x, y - reach), (x, y + reach)])
            {
                if (placeX >= 0 && placeY >= 0 && placeX < page.Width && placeY < page.Height && !ink[placeX, placeY]) paper = Math.Max(paper, page.Pixels[(placeY * page.Width) + placeX]);
            }
        }

        return paper;
    }
}
