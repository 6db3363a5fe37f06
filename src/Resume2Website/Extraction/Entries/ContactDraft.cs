using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Entries;

/// <summary>Who it is and how to reach them, each value with its evidence.</summary>
internal sealed record ContactDraft
{
    /// <summary>The name.</summary>
    public Found? Name { get; init; }

    /// <summary>What they are, in a few words.</summary>
    public Found? Label { get; init; }

    /// <summary>The mail address.</summary>
    public Found? Email { get; init; }

    /// <summary>The phone number.</summary>
    public Found? Phone { get; init; }

    /// <summary>Their own site.</summary>
    public Found? Url { get; init; }

    /// <summary>Where they live, and the line that says so.</summary>
    public (PostalAddress Address, Found Evidence)? Location { get; init; }

    /// <summary>Their profiles elsewhere.</summary>
    public IReadOnlyList<(WebAddress Address, Found Evidence)> Profiles { get; init; } = [];

    /// <summary>The running text between the name and the first heading.</summary>
    public Found? Summary { get; init; }
}
