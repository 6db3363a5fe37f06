namespace Resume2Website.Corpus.Layouts;

/// <summary>A way to set a CV.</summary>
internal sealed record Layout(string Id)
{
    public Form Form { get; init; } = Form.Own;
    public Frame Frame { get; init; } = Frame.One;
    public EntryShape Entry { get; init; } = EntryShape.TitleThenDateRight;
    public HeadingShape Heading { get; init; } = HeadingShape.Bold;
    public ContactShape Contact { get; init; } = ContactShape.Line;
    public SkillShape Skills { get; init; } = SkillShape.Commas;

    /// <summary>What stands before a point; null for nothing.</summary>
    public string? Bullet { get; init; } = "•";

    /// <summary>What stands between the things on one line.</summary>
    public string Separator { get; init; } = " | ";

    /// <summary>Whether name and contact are centred.</summary>
    public bool IsCentred { get; init; }

    /// <summary>Whether awards, certificates, papers and the like take one line each.</summary>
    public bool HasShortNotes { get; init; } = true;

    /// <summary>Whether roles at one employer stand under a line of the employer.</summary>
    public bool GroupsRoles { get; init; }

    public FooterShape Footer { get; init; } = FooterShape.None;

    /// <summary>Whether "Curriculum Vitae" stands above all.</summary>
    public bool HasTitle { get; init; }

    /// <summary>Whether words are parted at the ends of lines.</summary>
    public bool Hyphenates { get; init; }

    /// <summary>The family, a file of <c>fonts/</c> without the style.</summary>
    public string Font { get; init; } = "LiberationSans";

    /// <summary>Running text, in points.</summary>
    public float Size { get; init; } = 10;

    /// <summary>The ground of a column at the left, 0xRRGGBB; on a dark one letters are light.</summary>
    public uint SideGround { get; init; } = 0xF1F3F6;

    /// <summary>The colour of accents, 0xRRGGBB.</summary>
    public uint Accent { get; init; } = 0x1F4E79;
}
