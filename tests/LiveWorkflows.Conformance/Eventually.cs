namespace LiveWorkflows.Conformance;

/// <summary>Takes from a sequence that goes on for ever, without waiting for ever.</summary>
internal static class Eventually
{
    public static async Task<List<T>> TakeAsync<T>(this IAsyncEnumerator<T> source, int count, TimeSpan patience)
    {
        var taken = new List<T>(count);
        while (taken.Count < count && await source.MoveNextAsync().AsTask().WaitAsync(patience)) taken.Add(source.Current);
        return taken;
    }

    public static async Task<List<T>> AllAsync<T>(this IAsyncEnumerable<T> source)
    {
        var all = new List<T>();
        await foreach (var item in source) all.Add(item);
        return all;
    }
}
