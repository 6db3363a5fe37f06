using System.Globalization;
using System.Text;

namespace Resume2Website.Templates.Links;

/// <summary>A web address as people read it: the host in its own script, letters instead of their escapes; never so that it could be taken for another.</summary>
internal static class ReadableAddress
{
    public static string Of(Uri uri)
    {
        var host = Host(uri);
        if (host.StartsWith("www.", StringComparison.Ordinal)) host = host[4..];
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        return host + port + Decoded(uri.PathAndQuery.TrimEnd('/') + uri.Fragment);
    }

    /// <summary>The host in its own script where every label is of one script; otherwise as machines write it, which nobody can mistake.</summary>
    private static string Host(Uri uri)
    {
        if (uri.HostNameType != UriHostNameType.Dns) return uri.Host;
        try
        {
            var readable = new IdnMapping { UseStd3AsciiRules = true }.GetUnicode(uri.IdnHost);
            return readable.Split('.').All(label => Ascii.IsValid(label) || IsOfOneScript(label)) ? readable : uri.IdnHost;
        }
        catch (ArgumentException)
        {
            return uri.IdnHost;
        }
    }

    // A label that is Latin, but for one Cyrillic a, is the trick; so is one wholly of letters that look like Latin ones.
    private static bool IsOfOneScript(string label)
    {
        var letters = label.EnumerateRunes().Where(rune => !Rune.IsDigit(rune) && rune.Value != '-').ToArray();
        if (letters.Length == 0 || !letters.All(rune => Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)) return false;
        var scripts = letters.Select(Script.Of).Distinct().ToArray();
        return scripts is [{ } only] ? !Script.LooksLikeLatin(only, letters) : Script.GoTogether(scripts);
    }

    /// <summary>The text with escaped letters and digits written out; anything else stays escaped, above all what steers, breaks or hides text.</summary>
    private static string Decoded(string text)
    {
        var decoded = new StringBuilder(text.Length);
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length;)
        {
            bytes.Clear();
            while (i + 2 < text.Length && text[i] == '%' && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 3;
            }

            if (bytes.Count > 0) Append(decoded, bytes.ToArray());
            else decoded.Append(text[i++]);
        }

        return decoded.ToString();
    }

    private static void Append(StringBuilder decoded, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var isWhole = Rune.DecodeFromUtf8(bytes, out var rune, out var length) == System.Buffers.OperationStatus.Done;
            if (isWhole && (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)) decoded.Append(rune.ToString());
            else foreach (var value in bytes[..length]) decoded.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
            bytes = bytes[length..];
        }
    }
}
