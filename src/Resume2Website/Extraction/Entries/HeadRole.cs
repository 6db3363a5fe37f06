namespace Resume2Website.Extraction.Entries;

/// <summary>What a group of pieces is read as.</summary>
internal enum HeadRole
{
    /// <summary>The role, the degree, the thing itself.</summary>
    Name,

    /// <summary>The employer, the school, who gave or printed it.</summary>
    Organization,

    /// <summary>Where it was.</summary>
    Place,

    /// <summary>Something else.</summary>
    Rest,
}
