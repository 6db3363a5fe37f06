using Resume2Website.Extraction.Entries;

namespace Resume2Website.Extraction.Assembly;

/// <summary>A résumé in the making: every value still carries its evidence.</summary>
/// <param name="contact">Who it is and how to reach them.</param>
internal sealed class ResumeDraft(ContactDraft contact)
{
    /// <summary>Who it is and how to reach them.</summary>
    public ContactDraft Contact { get; } = contact;

    /// <summary>The text of a summary section; null when there is none.</summary>
    public Found? Summary { get; set; }

    /// <summary>Employments.</summary>
    public List<EntryDraft> Work { get; } = [];

    /// <summary>Voluntary work.</summary>
    public List<EntryDraft> Volunteer { get; } = [];

    /// <summary>Schools and degrees.</summary>
    public List<EntryDraft> Education { get; } = [];

    /// <summary>Projects.</summary>
    public List<EntryDraft> Projects { get; } = [];

    /// <summary>Awards.</summary>
    public List<EntryDraft> Awards { get; } = [];

    /// <summary>Certificates.</summary>
    public List<EntryDraft> Certificates { get; } = [];

    /// <summary>Publications.</summary>
    public List<EntryDraft> Publications { get; } = [];

    /// <summary>Talks.</summary>
    public List<EntryDraft> Talks { get; } = [];

    /// <summary>Skills by group.</summary>
    public List<SkillDraft> Skills { get; } = [];

    /// <summary>Languages.</summary>
    public List<LanguageDraft> Languages { get; } = [];

    /// <summary>Interests.</summary>
    public List<Found> Interests { get; } = [];

    /// <summary>Courses taken outside of schools and degrees.</summary>
    public List<EntryDraft> Courses { get; } = [];

    /// <summary>References.</summary>
    public List<ReferenceDraft> References { get; } = [];
}
