namespace Resume2Website.Extraction.Learned;

/// <summary>What a part of an entry's head can be.</summary>
internal enum PartKind
{
    /// <summary>A job title, a role.</summary>
    Title,

    /// <summary>A degree, with or without its subject.</summary>
    Degree,

    /// <summary>The name of an award, a certificate, a publication, a talk, a project.</summary>
    Work,

    /// <summary>An employer, a school, whoever gave or printed something.</summary>
    Organization,

    /// <summary>A place.</summary>
    Place,
}
