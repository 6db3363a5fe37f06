namespace Resume2Website.Extraction.Entries;

/// <summary>An entry of any section, each value with its evidence.</summary>
internal sealed record EntryDraft
{
    /// <summary>The role, the award, the certificate, the project, the publication.</summary>
    public Found? Title { get; init; }

    /// <summary>The employer, the school, the issuer, the publisher.</summary>
    public Found? Organization { get; init; }

    /// <summary>The place.</summary>
    public Found? Location { get; init; }

    /// <summary>The degree.</summary>
    public Found? StudyType { get; init; }

    /// <summary>The subject.</summary>
    public Found? Area { get; init; }

    /// <summary>The grade.</summary>
    public Found? Score { get; init; }

    /// <summary>The begin, or the only date.</summary>
    public Found? From { get; init; }

    /// <summary>The end.</summary>
    public Found? To { get; init; }

    /// <summary>Whether it goes on.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether one date is printed, of which nothing says that it goes on.</summary>
    public bool IsSingleDate { get; init; }

    /// <summary>Its page.</summary>
    public Found? Url { get; init; }

    /// <summary>The running text about it.</summary>
    public Found? Summary { get; init; }

    /// <summary>The courses that it lists.</summary>
    public IReadOnlyList<Found> Courses { get; init; } = [];

    /// <summary>Its list items.</summary>
    public IReadOnlyList<Found> Highlights { get; init; } = [];
}
