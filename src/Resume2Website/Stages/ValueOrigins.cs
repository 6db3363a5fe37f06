using System.Text.Json;
using System.Text.Json.Nodes;
using Resume2Website.Resumes;

namespace Resume2Website.Stages;

/// <summary>Finds out which texts of an edited résumé are texts of the one that was read, though entries may have been taken out, moved or put between.</summary>
internal sealed class ValueOrigins
{
    /// <summary>What a list costs at most: whoever changes hundreds of entries at once has written them anew.</summary>
    private const int MostComparisons = 400;

    private readonly Dictionary<string, string> _origins = new(StringComparer.Ordinal);

    private ValueOrigins()
    {
    }

    /// <summary>The JSON pointer that each unchanged text had, and each object and list of which nothing was changed, by its pointer now.</summary>
    public static IReadOnlyDictionary<string, string> Of(Resume edited, Resume read)
    {
        var origins = new ValueOrigins();
        origins.Compare("", Node(edited), "", Node(read));
        return origins._origins;
    }

    private static JsonNode Node(Resume resume) => JsonSerializer.SerializeToNode(resume with { Meta = null }, ResumeJson.Default.Resume)!;

    private bool Compare(string pointer, JsonNode? node, string origin, JsonNode? other)
    {
        var isSame = (node, other) switch
        {
            (JsonObject members, JsonObject before) => Members(pointer, members, origin, before),
            (JsonArray items, JsonArray before) => Items(pointer, items, origin, before),
            _ => JsonNode.DeepEquals(node, other),
        };
        if (isSame) _origins[pointer] = origin;
        return isSame;
    }

    private bool Members(string pointer, JsonObject members, string origin, JsonObject before)
    {
        var isSame = members.Count == before.Count;
        foreach (var (name, member) in members) isSame &= before.TryGetPropertyValue(name, out var other) && Compare($"{pointer}/{name}", member, $"{origin}/{name}", other);
        return isSame;
    }

    private bool Items(string pointer, JsonArray items, string origin, JsonArray before)
    {
        var isSame = items.Count == before.Count;
        foreach (var (index, other) in Pairs(items, before).Index())
        {
            isSame &= other is { } found && Compare($"{pointer}/{index}", items[index], $"{origin}/{found}", before[found]) && found == index;
        }

        return isSame;
    }

    // Whatever is whole finds itself first; an entry that was changed is then the one that shares most with it.
    private static int?[] Pairs(JsonArray items, JsonArray before)
    {
        var pairs = new int?[items.Count];
        var written = before.Select(item => item?.ToJsonString() ?? "").ToArray();
        var isTaken = new bool[before.Count];
        var places = Enumerable.Range(0, before.Count).GroupBy(j => written[j]).ToDictionary(group => group.Key, group => new Queue<int>(group), StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            var own = items[i]?.ToJsonString() ?? "";
            if (i < before.Count && !isTaken[i] && written[i] == own) Take(i, i);
            else if (places.TryGetValue(own, out var queue))
            {
                while (queue.TryDequeue(out var j))
                {
                    if (isTaken[j]) continue;
                    Take(i, j);
                    break;
                }
            }
        }

        var comparisons = 0;
        foreach (var i in Enumerable.Range(0, items.Count).Where(i => pairs[i] is null && items[i] is JsonObject))
        {
            var best = (Index: -1, Shared: 0);
            for (var j = 0; j < before.Count && comparisons < MostComparisons; j++)
            {
                if (isTaken[j]) continue;
                comparisons++;
                if (Shared(items[i], before[j]) is var shared && shared > best.Shared) best = (j, shared);
            }

            if (best.Index >= 0) Take(i, best.Index);
        }

        return pairs;

        void Take(int item, int other)
        {
            pairs[item] = other;
            isTaken[other] = true;
        }
    }

    private static int Shared(JsonNode? node, JsonNode? other) => (node, other) switch
    {
        (JsonObject members, JsonObject before) => members.Sum(member => before.TryGetPropertyValue(member.Key, out var found) ? Shared(member.Value, found) : 0),
        (JsonArray items, JsonArray before) => items.Zip(before).Count(pair => JsonNode.DeepEquals(pair.First, pair.Second)),
        (JsonValue text, JsonValue before) => JsonNode.DeepEquals(text, before) ? 1 : 0,
        _ => 0,
    };
}
