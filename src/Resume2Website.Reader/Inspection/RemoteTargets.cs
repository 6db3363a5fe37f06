namespace Resume2Website.Reader.Inspection;

/// <summary>Tells targets on other machines from those beside the document or on its author's disk.</summary>
internal static class RemoteTargets
{
    /// <summary>Whether a target would be fetched from elsewhere. A template on the author's own disk is how Word remembers Normal.dotm; only one from a network is fetched from strangers.</summary>
    public static bool IsRemote(string? target) =>
        !string.IsNullOrWhiteSpace(target)
        && (target.StartsWith(@"\\", StringComparison.Ordinal)
            || target.StartsWith("//", StringComparison.Ordinal)
            || (Uri.TryCreate(target, UriKind.Absolute, out var uri) && (uri.IsUnc || uri.Scheme != Uri.UriSchemeFile) && !IsDrive(target)));

    /// <summary>Elsewhere than on Windows, "C:\Templates" looks like an address of the scheme "C".</summary>
    private static bool IsDrive(string target) => target.Length > 1 && char.IsAsciiLetter(target[0]) && target[1] == ':';
}
