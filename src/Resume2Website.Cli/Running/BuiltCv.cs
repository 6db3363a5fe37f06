using Resume2Website.Sites;
using Resume2Website.Stages;

namespace Resume2Website.Cli.Running;

/// <summary>A site and what is to be said of it.</summary>
internal sealed record BuiltCv(CvResult Result, Site Site);
