namespace Resume2Website.Extraction;

/// <summary>The longest time that one search by a regular expression may take in a program that reads strangers' documents.</summary>
public static class MatchTimeLimit
{
    /// <summary>The limit of every expression that has none of its own: a line takes microseconds, so that only one that goes astray meets it.</summary>
    public static readonly TimeSpan Value = TimeSpan.FromSeconds(2);

    /// <summary>The name under which .NET looks for the limit. It has to be a <see cref="TimeSpan"/>, which no configuration file can hold.</summary>
    private const string Setting = "REGEX_DEFAULT_MATCH_TIMEOUT";

    /// <summary>Sets the limit for the process. To be called before anything else: .NET looks once, when the first expression is made.</summary>
    public static void Set() => AppContext.SetData(Setting, Value);
}
