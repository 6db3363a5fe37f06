using System.Text;

namespace Resume2Website.Screening;

/// <summary>Looks for the string by which antivirus programs are tested.</summary>
internal static class EicarSearch
{
    // In two pieces, so that this program's own file is not taken for the test virus.
    private static readonly byte[] Signature = Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    /// <summary>Whether it stands in the bytes.</summary>
    public static bool Find(ReadOnlySpan<byte> bytes) => bytes.IndexOf(Signature) >= 0;
}
