using Resume2Website.Reader.Images;
using Resume2Website.Reader.Lines;

namespace Resume2Website.Reader.Ocr;

/// <summary>
/// Finds the bullets of list items. Recognition takes them for letters and marks of all kinds, or leaves them out: the ink says what they are, for no letter
/// is so small, or so solid.
/// </summary>
internal sealed class BulletMarks(InkMap ink)
{
    /// <summary>The most of the letters' size that a bullet takes up.</summary>
    private const double Largest = 0.46;

    /// <summary>The least.</summary>
    private const double Smallest = 0.12;

    /// <summary>So much of its box is ink where a bullet is filled.</summary>
    private const double Solid = 0.7;

    /// <summary>The furthest that a bullet stands before its item, in letter sizes.</summary>
    private const double Furthest = 3;

    /// <summary>The runs without their bullets, and without those that were taken for words of their own.</summary>
    public IReadOnlyList<WordRun> Find(IReadOnlyList<WordRun> runs)
    {
        var marks = new HashSet<WordRun>();
        var items = new HashSet<WordRun>();
        foreach (var mark in runs.Where(run => run.Words is [{ Text.Length: <= 2 }]))
        {
            var item = runs.Where(run => run != mark && run.X > mark.Right && run.X - mark.Right < Furthest * run.Size && Math.Abs(mark.Words[0].Y + (mark.Words[0].Height / 2.0) - run.Baseline) < 0.75 * run.Size).MinBy(run => run.X);
            if (item is null || !IsMark(mark.Words[0], item)) continue;
            marks.Add(mark);
            items.Add(item);
        }

        return [.. runs.Where(run => !marks.Contains(run)).Select(run => items.Contains(run) ? run with { IsItem = true } : Find(run))];
    }

    private WordRun Find(WordRun run)
    {
        if (run.Words.Count > 1 && run.Words[1].X - run.Words[0].Right >= 0.15 * run.Size && IsMark(run.Words[0], run)) return run with { Words = [.. run.Words.Skip(1)], IsItem = true };
        return run.Words[0].Text is [var first, ..] && char.IsLetterOrDigit(first) && StandsBefore(run) ? run with { IsItem = true } : run;
    }

    private bool IsMark(OcrWord word, WordRun run)
    {
        if (word.Text.Length > 2) return false;
        if (word.Text is [var character] && (Bullets.IsGlyph(character) || character is '«' or '»' or '*' or '°' or '-' or '–' or '—')) return true;
        return Bounds(word.X, word.Y, word.Right, word.Bottom) is { } mark && IsBullet(mark, run);
    }

    /// <summary>Looks for a mark that stands alone to the left of the run.</summary>
    private bool StandsBefore(WordRun run)
    {
        var (left, right) = ((int)(run.X - (1.6 * run.Size)), (int)(run.X - (0.2 * run.Size)));
        return Bounds(left, (int)(run.Baseline - (0.75 * run.Size)), right, (int)(run.Baseline + (0.1 * run.Size))) is { } mark && mark.Left > left + 1 && mark.Right < right - 1 && IsBullet(mark, run);
    }

    private static bool IsBullet((int Left, int Top, int Right, int Bottom, double Share) mark, WordRun run)
    {
        var (width, height) = ((mark.Right - mark.Left) / run.Size, (mark.Bottom - mark.Top) / run.Size);
        var middle = (run.Baseline - ((mark.Top + mark.Bottom) / 2.0)) / run.Size;
        return Math.Min(width, height) >= Smallest && middle is > 0.12 and < 0.55 && width / height is > 0.6 and < 1.7
            && (Math.Max(width, height) <= Largest || (Math.Max(width, height) < 0.8 && mark.Share > Solid));
    }

    private (int Left, int Top, int Right, int Bottom, double Share)? Bounds(int left, int top, int right, int bottom)
    {
        var (x0, y0, x1, y1, count) = (int.MaxValue, int.MaxValue, -1, -1, 0);
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                if (!ink[x, y]) continue;
                (x0, y0, x1, y1, count) = (Math.Min(x0, x), Math.Min(y0, y), Math.Max(x1, x), Math.Max(y1, y), count + 1);
            }
        }

        return count == 0 ? null : (x0, y0, x1 + 1, y1 + 1, count / (double)((x1 + 1 - x0) * (y1 + 1 - y0)));
    }
}
