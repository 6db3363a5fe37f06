namespace Resume2Website.Documents;

/// <summary>What the format itself says a line is.</summary>
public enum SourceLineRole
{
    /// <summary>Nothing special.</summary>
    Body,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>An item of a list; its bullet is not part of the text.</summary>
    ListItem,

    /// <summary>Repeated at the top of pages.</summary>
    PageHeader,

    /// <summary>Repeated at the foot of pages.</summary>
    PageFooter,
}
