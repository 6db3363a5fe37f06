namespace Resume2Website.Corpus;

/// <summary>
/// Chance that gives the same course for the same seed on every machine and runtime (SplitMix64, Steele et al., OOPSLA 2014).
/// <see cref="Random"/> promises no such thing across versions.
/// </summary>
internal sealed class Chance(ulong seed)
{
    private ulong state = seed;

    /// <summary>A course of its own for a named thing, so that a change to one document leaves the others alone.</summary>
    public static Chance For(ulong seed, string name)
    {
        var hash = 14695981039346656037UL ^ seed;
        foreach (var letter in name) hash = (hash ^ letter) * 1099511628211UL;
        return new Chance(hash);
    }

    /// <summary>A number from 0 to below <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>A number from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Percent(int percent) => Below(100) < percent;

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>At most so many different ones, in random order.</summary>
    public List<T> Some<T>(IReadOnlyList<T> items, int count)
    {
        var pool = items.ToList();
        var picked = new List<T>();
        while (picked.Count < count && pool.Count > 0)
        {
            var at = Below(pool.Count);
            picked.Add(pool[at]);
            pool.RemoveAt(at);
        }

        return picked;
    }

    private ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
