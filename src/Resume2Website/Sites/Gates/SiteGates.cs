using Resume2Website.Resumes;

namespace Resume2Website.Sites.Gates;

/// <summary>Checks a rendered site before anyone sees it.</summary>
public static class SiteGates
{
    private static readonly ISiteGate[] All =
    [
        new LinksGate(), new ActiveContentGate(), new IdsGate(), new HeadGate(), new LandmarksGate(), new HeadingsGate(), new ContrastGate(), new AltTextGate(),
        new HiddenDataGate(), new WeightGate(), new LeftoversGate(), new ContentGate(),
    ];

    /// <summary>The names of the gates, in the order they are checked.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(gate => gate.Name)];

    /// <summary>Everything that is wrong with a site; empty when nothing is.</summary>
    /// <param name="resume">The whole résumé, hidden values included: the gates look for them.</param>
    /// <param name="options">The options it was rendered with.</param>
    /// <param name="site">The rendered site.</param>
    public static IReadOnlyList<SiteFinding> Check(Resume resume, SiteOptions options, Site site)
    {
        ArgumentNullException.ThrowIfNull(resume);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(site);

        var inspected = new InspectedSite(resume, options, site);
        return [.. All.SelectMany(gate => gate.Faults(inspected).Select(fault => new SiteFinding(gate.Name, fault.Path, fault.Message)))];
    }
}
