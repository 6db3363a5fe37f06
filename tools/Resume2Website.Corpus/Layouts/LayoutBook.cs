namespace Resume2Website.Corpus.Layouts;

/// <summary>The layouts of each set. None is in both, nor is any way to set an entry.</summary>
internal static class LayoutBook
{
    /// <summary>The layouts of a set.</summary>
    public static IReadOnlyList<Layout> Of(CorpusSet set) => set == CorpusSet.Train ? Train : HeldOut;

    private static readonly Layout[] Train =
    [
        new("plain-right") { Heading = HeadingShape.Ruled, Contact = ContactShape.Line, IsCentred = true, GroupsRoles = true },
        new("side-left") { Frame = Frame.SideLeft, Entry = EntryShape.OrganizationThenDateRight, Heading = HeadingShape.Caps, Contact = ContactShape.Icons, Skills = SkillShape.Lines, Bullet = "-", Hyphenates = true, Accent = 0x2E7D32 },
        new("date-column") { Entry = EntryShape.DateColumn, Heading = HeadingShape.Coloured, Contact = ContactShape.Labelled, HasShortNotes = false, Footer = FooterShape.Page, Font = "LiberationSerif", Size = 11 },
        new("at-line") { Entry = EntryShape.TitleAtOrganization, Heading = HeadingShape.Bold, Contact = ContactShape.LabelledLine, Bullet = "–", Separator = " · ", Skills = SkillShape.Points },
        new("dash") { Entry = EntryShape.OrganizationDashTitle, Heading = HeadingShape.SameSize, Contact = ContactShape.Bare, Bullet = "▪", Font = "LiberationSerif", Footer = FooterShape.NamePage },
        new("pipes") { Entry = EntryShape.Piped, Heading = HeadingShape.Caps, Contact = ContactShape.Line, Separator = " | ", Font = "DejaVuSansCondensed", Size = 9, Accent = 0x7B1FA2 },
        new("side-right") { Frame = Frame.SideRight, Entry = EntryShape.DateBelow, Heading = HeadingShape.Spaced, Contact = ContactShape.Icons, Skills = SkillShape.Lines, Hyphenates = true, Accent = 0xB71C1C },
        new("label-column") { Entry = EntryShape.TitleThenDateRight, Heading = HeadingShape.LabelColumn, Contact = ContactShape.Line, Separator = " • ", Bullet = "•", Accent = 0x006064 },
        new("equal") { Frame = Frame.Equal, Entry = EntryShape.DateBelow, Heading = HeadingShape.Icon, Contact = ContactShape.Line, Separator = "  ", Bullet = "-", Skills = SkillShape.Points, Hyphenates = true, Size = 9.5f },
        new("table") { Entry = EntryShape.Table, Heading = HeadingShape.Bold, Contact = ContactShape.Table, Skills = SkillShape.Dots, Footer = FooterShape.Page, HasTitle = true, HasShortNotes = false },
        new("date-first") { Entry = EntryShape.DateFirst, Heading = HeadingShape.Ruled, Contact = ContactShape.Labelled, Bullet = null, Font = "LiberationSerif", Size = 11, HasTitle = true },
        new("date-place-column") { Entry = EntryShape.DatePlaceColumn, Heading = HeadingShape.Spaced, Contact = ContactShape.Labelled, HasTitle = true, Footer = FooterShape.NamePage, HasShortNotes = false, Accent = 0x455A64 },
        new("narrow-left") { Frame = Frame.SideLeft, Entry = EntryShape.TitleThenDateRight, Heading = HeadingShape.Icon, Contact = ContactShape.Labelled, Skills = SkillShape.Points, Font = "DejaVuSansCondensed", Size = 10.5f, Accent = 0xE65100, GroupsRoles = true },
        new("centred") { Entry = EntryShape.OrganizationThenDateRight, Heading = HeadingShape.Centred, Contact = ContactShape.Bare, IsCentred = true, Skills = SkillShape.Dots, Font = "LiberationSerif", Size = 10.5f, GroupsRoles = true, Accent = 0x000000 },
        new("right-pipes") { Frame = Frame.SideRight, Entry = EntryShape.Piped, Heading = HeadingShape.Coloured, Contact = ContactShape.Bare, Separator = " / ", Bullet = "▪", Skills = SkillShape.Commas, Hyphenates = true, Footer = FooterShape.Page },
        new("below-plain") { Entry = EntryShape.DateBelow, Heading = HeadingShape.SameSize, Contact = ContactShape.Bare, Bullet = null, Size = 11, Accent = 0x000000, HasShortNotes = false },
        // What these two make is made of what they let their users fill in: a layout, and a way to set an entry, of their own.
        new("network") { Form = Form.Network, Frame = Frame.SideLeft, Footer = FooterShape.Page, Size = 10.5f, SideGround = 0x293E49, Accent = 0x000000, Bullet = "•" },
        new("european") { Form = Form.European, Heading = HeadingShape.Ruled, Size = 9.5f, Accent = 0x004494, Bullet = "◦", Separator = " | " },
    ];

    private static readonly Layout[] HeldOut =
    [
        new("brackets") { Entry = EntryShape.TitleInBrackets, Heading = HeadingShape.Ruled, Contact = ContactShape.LabelledLine, Separator = " – ", Font = "DejaVuSerifCondensed", Size = 9.5f },
        new("date-above") { Frame = Frame.SideRight, Entry = EntryShape.DateAbove, Heading = HeadingShape.Coloured, Contact = ContactShape.Labelled, Skills = SkillShape.Dots, Bullet = "–", Accent = 0x00695C, Hyphenates = true },
        new("right-dates") { Entry = EntryShape.DateColumnRight, Heading = HeadingShape.Caps, Contact = ContactShape.Icons, Bullet = "▪", Separator = " · ", HasShortNotes = false, Footer = FooterShape.NamePage, Font = "LiberationSerif", Size = 10.5f },
        new("title-comma") { Entry = EntryShape.TitleCommaPlaceLine, Heading = HeadingShape.Centred, Contact = ContactShape.Line, Separator = " ◆ ", IsCentred = true, Skills = SkillShape.Points, GroupsRoles = true },
        new("panel") { Frame = Frame.SideLeft, Entry = EntryShape.OrganizationThenTitleDate, Heading = HeadingShape.Spaced, Contact = ContactShape.Bare, Skills = SkillShape.Commas, Bullet = "•", Font = "DejaVuSansCondensed", Size = 9, Accent = 0x4527A0 },
        new("two-lines") { Entry = EntryShape.OrganizationLineTitleLine, Heading = HeadingShape.LabelColumn, Contact = ContactShape.LabelledLine, Bullet = "-", Separator = ", ", Footer = FooterShape.Page },
        new("halves") { Frame = Frame.Equal, Entry = EntryShape.TitleInBrackets, Heading = HeadingShape.SameSize, Contact = ContactShape.Table, Skills = SkillShape.Lines, Bullet = "•", Accent = 0xAD1457 },
    ];
}
