using System.Text.Json.Serialization;

namespace Resume2Website.Resumes;

/// <summary>A résumé: JSON Resume v1.0.0 (jsonresume.org/schema), with <c>meta</c> and the <c>x-</c> fields the schema has no place for.</summary>
public sealed record Resume
{
    /// <summary>Who it is.</summary>
    public Basics Basics { get; init; } = new();

    /// <summary>Employments, newest first as printed.</summary>
    public IReadOnlyList<WorkEntry> Work { get; init; } = [];

    /// <summary>Voluntary work.</summary>
    public IReadOnlyList<VolunteerEntry> Volunteer { get; init; } = [];

    /// <summary>Schools and degrees.</summary>
    public IReadOnlyList<EducationEntry> Education { get; init; } = [];

    /// <summary>Awards.</summary>
    public IReadOnlyList<Award> Awards { get; init; } = [];

    /// <summary>Certificates.</summary>
    public IReadOnlyList<Certificate> Certificates { get; init; } = [];

    /// <summary>Publications.</summary>
    public IReadOnlyList<Publication> Publications { get; init; } = [];

    /// <summary>Skills, grouped as written; skills without a group stand in one without a name.</summary>
    public IReadOnlyList<SkillGroup> Skills { get; init; } = [];

    /// <summary>Languages.</summary>
    public IReadOnlyList<LanguageSkill> Languages { get; init; } = [];

    /// <summary>Interests.</summary>
    public IReadOnlyList<Interest> Interests { get; init; } = [];

    /// <summary>References.</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>Projects.</summary>
    public IReadOnlyList<Project> Projects { get; init; } = [];

    /// <summary>Talks.</summary>
    [JsonPropertyName("x-talks")]
    public IReadOnlyList<Talk> Talks { get; init; } = [];

    /// <summary>What fits nowhere else; nothing of the document is lost.</summary>
    [JsonPropertyName("x-other")]
    public IReadOnlyList<OtherSection> Other { get; init; } = [];

    /// <summary>How it came about.</summary>
    public ResumeMeta? Meta { get; init; }
}
