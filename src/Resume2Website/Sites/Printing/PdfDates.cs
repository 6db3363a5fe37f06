using System.Globalization;
using System.Text;

namespace Resume2Website.Sites.Printing;

/// <summary>Makes the bytes of a PDF independent of when it was printed.</summary>
internal static class PdfDates
{
    // The earliest moment that a site's zip archive can tell, too.
    private static readonly DateOnly Fixed = new(1980, 1, 1);
    private static readonly byte[][] Keys = [.. new[] { "/CreationDate (D:", "/ModDate (D:" }.Select(Encoding.ASCII.GetBytes)];

    /// <summary>Sets the dates that the browser wrote to midnight UTC of a day, in place: every offset of the file stays right.</summary>
    public static void Set(Span<byte> pdf, DateOnly? asOf)
    {
        var stamp = Encoding.ASCII.GetBytes((asOf ?? Fixed).ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "000000");
        foreach (var key in Keys)
        {
            for (var rest = pdf; rest.IndexOf(key) is >= 0 and var at;)
            {
                rest = rest[(at + key.Length)..];
                // Text of the page is compressed or escaped, so only the browser's own date can stand behind such a key.
                if (rest.Length >= stamp.Length && !rest[..stamp.Length].ContainsAnyExceptInRange((byte)'0', (byte)'9')) stamp.CopyTo(rest);
            }
        }
    }
}
