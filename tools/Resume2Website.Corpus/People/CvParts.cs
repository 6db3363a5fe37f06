namespace Resume2Website.Corpus.People;

/// <summary>Where somebody lives: the text as printed and what is in it.</summary>
internal sealed record Home(string Printed, string? Street, string? Postal, string City, string? Region);

/// <summary>An account elsewhere.</summary>
internal sealed record Handle(string Network, string User, string Url);

/// <summary>A time as printed, and its truth: <c>YYYY</c> or <c>YYYY-MM</c>, null for none (an open end has no end).</summary>
internal sealed record When(string Printed, string? Start, string? End, bool IsPoint = false);

/// <summary>An employer (null for a career break) and the roles held there, the latest first.</summary>
internal sealed record Employment(string? Name, string? Place, IReadOnlyList<Held> Roles);

/// <summary>A role: running text or points or neither.</summary>
internal sealed record Held(string Title, When? When, string? Summary, IReadOnlyList<string> Highlights);

/// <summary>A school; the degree as printed, and its type and area, which are null where the document has none.</summary>
internal sealed record Schooling(string Institution, string? Place, string? Degree, string? Type, string? Area, When? When, string? Score)
{
    /// <summary>What stands before the mark, with its colon: "Grade: ".</summary>
    public string? ScoreLabel { get; init; }

    /// <summary>What stands before the courses.</summary>
    public string? CoursesLabel { get; init; }

    /// <summary>The courses that the document names.</summary>
    public IReadOnlyList<string> Courses { get; init; } = [];

    /// <summary>The school with a mark as printed: what stands before its colon only says that it is one.</summary>
    public Schooling WithScore(string? printed)
    {
        if (printed?.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon) || printed[colon..].Length < 3 || printed[..colon].Contains('(', StringComparison.Ordinal)) return this with { Score = printed };
        var mark = printed[(colon + 1)..].TrimStart();
        return this with { ScoreLabel = printed[..^mark.Length], Score = mark };
    }
}

/// <summary>An award, certificate, publication, talk or project: a name, who stands behind it, when, and a sentence.</summary>
internal sealed record Note(string Name, string? By, When? When, string? Text)
{
    /// <summary>Where it can be seen.</summary>
    public string? Url { get; init; }

    /// <summary>What is said of it point by point.</summary>
    public IReadOnlyList<string> Points { get; init; } = [];
}

/// <summary>Skills under a name, which may be missing.</summary>
internal sealed record Ability(string? Group, IReadOnlyList<string> Items);

/// <summary>A language and how well it is spoken.</summary>
internal sealed record Tongue(string Name, string? Level);

/// <summary>Somebody who speaks for the person.</summary>
internal sealed record Referee(string? Name, string? Text)
{
    /// <summary>What they are and where, beside the name or below it.</summary>
    public string? Position { get; init; }

    /// <summary>How to reach them.</summary>
    public string? Contact { get; init; }

    /// <summary>Whether the name stands below the words, behind a dash.</summary>
    public bool Signs { get; init; }
}
