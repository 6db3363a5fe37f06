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
    public static byte[] Write(string text, string userPassword, string ownerPassword)
    {
        var owner = Rc4(Md5(Pad(ownerPassword))[..5], Pad(userPassword));
        var key = Md5([.. Pad(userPassword), .. owner, .. BitConverter.GetBytes(Permissions), .. Id])[..5];
        var user = Rc4(key, Padding);
        // The key of object 4, generation 0, which is the page's content.
        var content = Rc4(Md5([.. key, 4, 0, 0, 0, 0])[..10], Encoding.Latin1.GetBytes(RawPdf.Text(72, 700, text)));
        var pdf = new RawPdf(Encoding.Latin1.GetString(content));
        var encrypt = pdf.Add($"<< /Filter /Standard /V 1 /R 2 /O <{Convert.ToHexString(owner)}> /U <{Convert.ToHexString(user)}> /P {Permissions} >>");
        return pdf.ToBytes($"/Encrypt {encrypt} 0 R /ID [<{Convert.ToHexString(Id)}> <{Convert.ToHexString(Id)}>]");
    }

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
