namespace Resume2Website.Extraction.Layout;

/// <summary>The part that a line plays in its section.</summary>
internal enum LinePart
{
    /// <summary>The section's heading.</summary>
    Heading,

    /// <summary>The first line of an entry.</summary>
    Start,

    /// <summary>One more line that names an entry: its organisation, its place, its date.</summary>
    Head,

    /// <summary>Running text, a list item, anything else.</summary>
    Text,

    /// <summary>The person's name.</summary>
    Name,

    /// <summary>What the person is, below the name.</summary>
    Label,

    /// <summary>A phone number, an address, a profile.</summary>
    Contact,
}
