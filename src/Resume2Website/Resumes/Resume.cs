using System.Text.Json.Serialization;

namespace Resume2Website.Resumes;

/// <summary>A résumé: JSON Resume v1.0.0 (jsonresume.org/schema), with <c>meta</c> and the <c>x-</c> fields the schema has no place for.</summary>
public sealed record Resume
{
    /// <summary>The address of the schema, where a file that was given names it.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>Who it is.</summary>
    public Basics Basics { get; init => field = value ?? new(); } = new();

    /// <summary>Employments, newest first as printed.</summary>
    public IReadOnlyList<WorkEntry> Work { get; init => field = value ?? []; } = [];

    /// <summary>Voluntary work.</summary>
    public IReadOnlyList<VolunteerEntry> Volunteer { get; init => field = value ?? []; } = [];

    /// <summary>Schools and degrees.</summary>
    public IReadOnlyList<EducationEntry> Education { get; init => field = value ?? []; } = [];

    /// <summary>Awards.</summary>
    public IReadOnlyList<Award> Awards { get; init => field = value ?? []; } = [];

    /// <summary>Certificates.</summary>
    public IReadOnlyList<Certificate> Certificates { get; init => field = value ?? []; } = [];

    /// <summary>Publications.</summary>
    public IReadOnlyList<Publication> Publications { get; init => field = value ?? []; } = [];

    /// <summary>Skills, grouped as written; skills without a group stand in one without a name.</summary>
    public IReadOnlyList<SkillGroup> Skills { get; init => field = value ?? []; } = [];

    /// <summary>Languages.</summary>
    public IReadOnlyList<LanguageSkill> Languages { get; init => field = value ?? []; } = [];

    /// <summary>Interests.</summary>
    public IReadOnlyList<Interest> Interests { get; init => field = value ?? []; } = [];

    /// <summary>References.</summary>
    public IReadOnlyList<Reference> References { get; init => field = value ?? []; } = [];

    /// <summary>Projects.</summary>
    public IReadOnlyList<Project> Projects { get; init => field = value ?? []; } = [];

    /// <summary>Talks.</summary>
    [JsonPropertyName("x-talks")]
    public IReadOnlyList<Talk> Talks { get; init => field = value ?? []; } = [];

    /// <summary>Courses taken outside of the entries of <see cref="Education"/>.</summary>
    [JsonPropertyName("x-courses")]
    public IReadOnlyList<Course> Courses { get; init => field = value ?? []; } = [];

    /// <summary>What fits nowhere else; nothing of the document is lost.</summary>
    [JsonPropertyName("x-other")]
    public IReadOnlyList<OtherSection> Other { get; init => field = value ?? []; } = [];

    /// <summary>How it came about.</summary>
    public ResumeMeta? Meta { get; init; }
}
