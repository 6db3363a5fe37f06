using System.Security.Cryptography;
using System.Text;

namespace Resume2Website.Reader.Tests.Pdf;

/// <summary>Writes a PDF that is encrypted with the standard handler, revision 2, 40-bit RC4 (ISO 32000-1, 7.6.3): old, short, and enough for a test.</summary>
internal static class EncryptedPdf
{
    private static readonly byte[] Padding = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");
    private static readonly byte[] Id = Encoding.ASCII.GetBytes("0123456789abcdef");
    private const int Permissions = -4;

    /// <summary>A page with a text; an empty user password leaves it readable for everyone.</summary>
    public static byte[] Write(string text, string userPassword, string ownerPassword) => WriteContent(RawPdf.Text(72, 700, text), userPassword, ownerPassword);

    /// <summary>A CV of some lines.</summary>
    public static byte[] WriteLines(string text, string userPassword, string ownerPassword) =>
        WriteContent(string.Concat(text.Split('\n', StringSplitOptions.TrimEntries).Select((line, row) => line.Length == 0 ? "" : RawPdf.Text(72, 790 - (16 * row), Plain(line)))), userPassword, ownerPassword);

    /// <summary>A page with a content and perhaps a picture that covers it.</summary>
    /// <param name="page">The content.</param>
    /// <param name="userPassword">The password that opens it.</param>
    /// <param name="ownerPassword">The password that allows everything.</param>
    /// <param name="picture">The bytes of a JPEG in RGB, which the content calls <c>/Scan</c>.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    public static byte[] WriteContent(string page, string userPassword, string ownerPassword, byte[]? picture = null, int width = 0, int height = 0)
    {
        var owner = Rc4(Md5(Pad(ownerPassword))[..5], Pad(userPassword));
        var key = Md5([.. Pad(userPassword), .. owner, .. BitConverter.GetBytes(Permissions), .. Id])[..5];
        var user = Rc4(key, Padding);
        var pdf = new RawPdf(Encoding.Latin1.GetString(Locked(4, Encoding.Latin1.GetBytes(page))), resources: picture is null ? "" : "/XObject << /Scan 7 0 R >>");
        if (picture is not null) pdf.AddStream($"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", Locked(7, picture));
        var encrypt = pdf.Add($"<< /Filter /Standard /V 1 /R 2 /O <{Convert.ToHexString(owner)}> /U <{Convert.ToHexString(user)}> /P {Permissions} >>");
        return pdf.ToBytes($"/Encrypt {encrypt} 0 R /ID [<{Convert.ToHexString(Id)}> <{Convert.ToHexString(Id)}>]");

        // Every object has a key of its own, of its number and generation.
        byte[] Locked(byte number, byte[] content) => Rc4(Md5([.. key, number, 0, 0, 0, 0])[..10], content);
    }

    private static string Plain(string line) => line.Replace("–", "-", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);

    private static byte[] Pad(string password) => [.. Encoding.Latin1.GetBytes(password).Concat(Padding).Take(32)];

#pragma warning disable CA5351 // The format's own algorithm.
    private static byte[] Md5(byte[] data) => MD5.HashData(data);
#pragma warning restore CA5351

    private static byte[] Rc4(byte[] key, byte[] data)
    {
        var state = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        for (int i = 0, j = 0; i < 256; i++)
        {
            j = (j + state[i] + key[i % key.Length]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
        }

        var (x, y) = (0, 0);
        return [.. data.Select(value =>
        {
            x = (x + 1) & 255;
            y = (y + state[x]) & 255;
            (state[x], state[y]) = (state[y], state[x]);
            return (byte)(value ^ state[(state[x] + state[y]) & 255]);
        })];
    }
}
