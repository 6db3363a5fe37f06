using System.Text;

namespace Resume2Website.Screening;

/// <summary>Tells an encrypted Word document: its package stands in an OLE file, under a name of its own (MS-OFFCRYPTO 2.3.4.4).</summary>
internal static class OfficeEncryption
{
    private static readonly byte[] StreamName = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>Whether an OLE file is an encrypted package.</summary>
    public static bool Covers(ReadOnlySpan<byte> content) => content.IndexOf(StreamName) >= 0;
}
