using Resume2Website.Resumes;

namespace Resume2Website.Extraction;

/// <summary>A section as soon as it is known, and the résumé as far as it is known then.</summary>
/// <param name="Section">The section; it does not change any more.</param>
/// <param name="Resume">The résumé, this section in it. Sections that are told of together come with the same object.</param>
public sealed record ResumePart(FoundSection Section, Resume Resume);
