namespace Resume2Website.Sites;

/// <summary>How a mail address is shown.</summary>
public enum EmailVisibility
{
    /// <summary>As it is.</summary>
    Shown,

    /// <summary>Readable for people, not for simple programs.</summary>
    Obfuscated,

    /// <summary>Not at all.</summary>
    Hidden,
}
