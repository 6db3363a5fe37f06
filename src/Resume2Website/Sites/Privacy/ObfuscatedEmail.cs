namespace Resume2Website.Sites.Privacy;

/// <summary>A mail address that people read and simple programs do not.</summary>
public static class ObfuscatedEmail
{
    /// <summary>Writes <c>ada@example.org</c> as <c>ada (at) example.org</c>.</summary>
    public static string Of(string email)
    {
        ArgumentNullException.ThrowIfNull(email);
        return email.Trim().Replace("@", " (at) ", StringComparison.Ordinal);
    }
}
