using Resume2Website.Resumes;
using Resume2Website.Sites;

namespace Resume2Website.Stages;

/// <summary>Says what is wrong with a finished site.</summary>
internal delegate IReadOnlyList<SiteFinding> SiteCheck(Resume resume, SiteOptions options, Site site);
