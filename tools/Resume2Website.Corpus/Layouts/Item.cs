using Resume2Website.Corpus.Pieces;

namespace Resume2Website.Corpus.Layouts;

/// <summary>An entry of any section, ready to be set.</summary>
/// <param name="Section">The section.</param>
/// <param name="Index">Which of the section.</param>
internal sealed record Item(Section Section, int Index)
{
    /// <summary>The role of <see cref="What"/>: a title, or a degree.</summary>
    public Role WhatRole { get; init; } = Role.Title;

    /// <summary>A job title, degree or name.</summary>
    public string? What { get; init; }

    /// <summary>An employer, school or issuer.</summary>
    public string? Who { get; init; }

    public string? Place { get; init; }
    public string? When { get; init; }
    public string? Score { get; init; }

    /// <summary>What stands before the mark, with its colon.</summary>
    public string? ScoreLabel { get; init; }

    public string? Text { get; init; }
    public string? Url { get; init; }
    public IReadOnlyList<string> Points { get; init; } = [];

    /// <summary>What stands before the courses.</summary>
    public string? CoursesLabel { get; init; }

    public IReadOnlyList<string> Courses { get; init; } = [];

    /// <summary>An empty piece of this entry.</summary>
    public Piece Piece => new(Section, Index);
}
