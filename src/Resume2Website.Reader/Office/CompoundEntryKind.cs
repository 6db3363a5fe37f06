namespace Resume2Website.Reader.Office;

/// <summary>What an entry of a compound file is, by the number it is stored under.</summary>
internal enum CompoundEntryKind
{
    /// <summary>Not used.</summary>
    Free = 0,

    /// <summary>A folder.</summary>
    Storage = 1,

    /// <summary>A file.</summary>
    Stream = 2,

    /// <summary>The outermost folder.</summary>
    Root = 5,
}
