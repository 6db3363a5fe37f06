namespace Resume2Website.Corpus.Layouts;

/// <summary>How the page is divided.</summary>
internal enum Frame { One, SideLeft, SideRight, Equal }

/// <summary>Whose way of setting a CV it is: somebody's own, what a network of professionals saves as PDF, what the European form makes.</summary>
internal enum Form { Own, Network, European }

/// <summary>How an entry's title, employer, place and time are set.</summary>
internal enum EntryShape
{
    TitleThenDateRight, OrganizationThenDateRight, TitleAtOrganization, OrganizationDashTitle, Piped, DateColumn, DateFirst, DateBelow, Table, DatePlaceColumn,
    TitleInBrackets, DateAbove, OrganizationThenTitleDate, DateColumnRight, TitleCommaPlaceLine, OrganizationLineTitleLine,
}

/// <summary>How a section's heading looks.</summary>
internal enum HeadingShape { Bold, Caps, Spaced, Coloured, Ruled, Icon, SameSize, LabelColumn, Centred }

/// <summary>How phone, mail and the like are set.</summary>
internal enum ContactShape { Line, Labelled, LabelledLine, Icons, Table, Bare }

/// <summary>How skills are set.</summary>
internal enum SkillShape { Commas, Lines, Points, Dots }

/// <summary>What stands at the foot of each page.</summary>
internal enum FooterShape { None, Page, NamePage }
