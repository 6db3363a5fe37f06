namespace Resume2Website.Resumes;

/// <summary>Who it is and how to reach them.</summary>
public sealed record Basics
{
    /// <summary>The person's name.</summary>
    public string? Name { get; init; }

    /// <summary>What they are, in a few words.</summary>
    public string? Label { get; init; }

    /// <summary>A picture: a relative path or a data URL.</summary>
    public string? Image { get; init; }

    /// <summary>The mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The phone number as printed.</summary>
    public string? Phone { get; init; }

    /// <summary>Their own site.</summary>
    public string? Url { get; init; }

    /// <summary>A few sentences about them.</summary>
    public string? Summary { get; init; }

    /// <summary>Where they live.</summary>
    public Location? Location { get; init; }

    /// <summary>Their profiles elsewhere.</summary>
    public IReadOnlyList<Profile> Profiles { get; init => field = value ?? []; } = [];
}
