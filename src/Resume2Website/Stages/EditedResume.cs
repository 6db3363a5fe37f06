using LiveWorkflows.Errors;
using Resume2Website.Resumes;

namespace Resume2Website.Stages;

/// <summary>A résumé that its owner has changed.</summary>
public static class EditedResume
{
    /// <summary>Reads an edited JSON Resume. Where a value stood in the document, and how sure it was, is kept for the values that are as they were read.</summary>
    /// <param name="json">What was sent.</param>
    /// <param name="before">The résumé that was edited.</param>
    /// <param name="read">The résumé as it was read from the document; what it knows of the document counts, never what was sent of it.</param>
    /// <exception cref="WorkflowException">It is not JSON, no JSON Resume, or holds more text than may be; code, place and advice say so.</exception>
    public static Resume Parse(ReadOnlySpan<byte> json, Resume before, Resume read)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(read);
        var edited = ResumeInput.Parse(json, ResumeLimits.OfEdit(before, read)).Resume;
        if (read.Meta is not { } known) return edited with { Meta = edited.Meta is { } meta ? meta with { Confidence = null, Provenance = null } : null };
        if (known is { Confidence: null, Provenance: null }) return edited with { Meta = known with { Language = edited.Meta?.Language ?? before.Meta?.Language ?? known.Language } };

        var origins = ValueOrigins.Of(edited, read);
        return edited with
        {
            Meta = known with
            {
                Language = edited.Meta?.Language ?? before.Meta?.Language ?? known.Language,
                Confidence = Of(known.Confidence, origins),
                Provenance = Of(known.Provenance, origins),
            },
        };
    }

    /// <summary>The sections of a résumé and how many entries each has, as <see cref="CvJob.Sections"/> holds them.</summary>
    public static IReadOnlyDictionary<string, int> SectionsOf(Resume resume)
    {
        ArgumentNullException.ThrowIfNull(resume);
        return SectionNames.Of(resume).ToDictionary(section => section.Name, section => section.Count);
    }

    private static Dictionary<string, T>? Of<T>(IReadOnlyDictionary<string, T>? all, IReadOnlyDictionary<string, string> origins) =>
        all is null ? null : origins.Where(origin => all.ContainsKey(origin.Value)).ToDictionary(origin => origin.Key, origin => all[origin.Value], StringComparer.Ordinal);
}
