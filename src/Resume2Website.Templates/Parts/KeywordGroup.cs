using Resume2Website.Resumes;

namespace Resume2Website.Templates.Parts;

/// <summary>Words under a name: a kind of skills, a field of interest.</summary>
/// <param name="Name">What they have in common.</param>
/// <param name="Level">How well they are mastered.</param>
/// <param name="Keywords">The words; many people give none and put each skill where the group's name belongs.</param>
public sealed record KeywordGroup(string? Name, string? Level, IReadOnlyList<string> Keywords)
{
    /// <summary>Whether it is nothing but a name.</summary>
    public bool IsBare => Keywords.Count == 0;

    /// <summary>A kind of skills; a level stands in for a name that is missing.</summary>
    public static KeywordGroup Of(SkillGroup group) => new(group.Name ?? group.Level, group.Name is null ? null : group.Level, group.Keywords);

    /// <summary>A field of interest.</summary>
    public static KeywordGroup Of(Interest interest) => new(interest.Name, null, interest.Keywords);
}
