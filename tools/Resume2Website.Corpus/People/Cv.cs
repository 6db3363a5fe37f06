namespace Resume2Website.Corpus.People;

/// <summary>All that one document shows of an invented person, in the words that it prints.</summary>
internal sealed record Cv
{
    public required string Person { get; init; }
    public required string Language { get; init; }
    public required string Name { get; init; }
    public string? Label { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public Home? Home { get; init; }
    public string? Url { get; init; }
    public IReadOnlyList<Handle> Profiles { get; init; } = [];
    public string? Summary { get; init; }
    public IReadOnlyList<Employment> Work { get; init; } = [];
    public IReadOnlyList<Schooling> Education { get; init; } = [];
    public IReadOnlyList<Employment> Volunteer { get; init; } = [];
    public IReadOnlyList<Note> Awards { get; init; } = [];
    public IReadOnlyList<Note> Certificates { get; init; } = [];
    public IReadOnlyList<Note> Publications { get; init; } = [];
    public IReadOnlyList<Note> Talks { get; init; } = [];
    public IReadOnlyList<Note> Courses { get; init; } = [];
    public IReadOnlyList<Note> Projects { get; init; } = [];
    public IReadOnlyList<Ability> Skills { get; init; } = [];
    public IReadOnlyList<Tongue> Languages { get; init; } = [];
    public IReadOnlyList<string> Interests { get; init; } = [];
    public IReadOnlyList<Referee> References { get; init; } = [];
    public IReadOnlyList<string> Other { get; init; } = [];
}
