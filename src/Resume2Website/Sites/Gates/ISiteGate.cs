namespace Resume2Website.Sites.Gates;

/// <summary>One thing that every site must get right.</summary>
internal interface ISiteGate
{
    /// <summary>Its name in findings.</summary>
    string Name { get; }

    /// <summary>One sentence for each fault, with the file it is in.</summary>
    IEnumerable<(string Path, string Message)> Faults(InspectedSite site);
}
