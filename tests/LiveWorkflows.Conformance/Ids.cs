namespace LiveWorkflows.Conformance;

/// <summary>Ids at the edge of what is allowed, on either side.</summary>
public static class Ids
{
    /// <summary>Valid, and yet awkward for a file system, a subject or a query.</summary>
    public static TheoryData<string> Odd => [".", "..", "...", "~", "-", "_", "a.b.c", "CON", "nul", "~2e~2e", "A", new string('x', 128), new string('.', 128)];

    /// <summary>Not valid.</summary>
    public static TheoryData<string> Invalid =>
        ["", " ", "a b", "a/b", "../a", "a\\b", "a\0b", "a\nb", "ä", "a%", "a*", "a>", "a'b", new string('x', 129)];
}
