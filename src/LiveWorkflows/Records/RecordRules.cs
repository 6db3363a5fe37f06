namespace LiveWorkflows.Records;

/// <summary>What a record may look like, the same on every storage technology.</summary>
public static class RecordRules
{
    /// <summary>The longest key, in characters.</summary>
    public const int MaxKeyLength = 256;

    /// <summary>The largest value, in bytes.</summary>
    public const int MaxValueLength = 1024 * 1024;

    /// <summary>Refuses a key that is no path of segments of the characters of an id.</summary>
    /// <exception cref="ArgumentException">The key is not valid.</exception>
    public static void ValidateKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length is 0 or > MaxKeyLength || key.Split('/').Any(segment => segment.Length == 0 || !HasOnlyIdCharacters(segment)))
            throw new ArgumentException("A key is at most 256 characters: segments of letters, digits, '-', '_', '.' and '~', parted by '/'.", nameof(key));
    }

    /// <summary>Refuses a prefix with which no key could begin. The empty one is the beginning of all.</summary>
    /// <exception cref="ArgumentException">The prefix is not valid.</exception>
    public static void ValidatePrefix(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        if (prefix.Length == 0) return;
        ValidateKey(prefix.EndsWith('/') ? prefix[..^1] : prefix);
    }

    /// <summary>Refuses a value that is too large.</summary>
    /// <exception cref="ArgumentException">The value is above 1 MiB.</exception>
    public static void ValidateValue(ReadOnlyMemory<byte> value)
    {
        if (value.Length > MaxValueLength) throw new ArgumentException("A record's value is at most 1 MiB.", nameof(value));
    }

    private static bool HasOnlyIdCharacters(string segment) => !segment.AsSpan().ContainsAnyExcept(WorkflowId.Characters);
}
