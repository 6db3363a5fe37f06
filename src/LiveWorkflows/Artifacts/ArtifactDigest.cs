using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace LiveWorkflows.Artifacts;

/// <summary>The SHA-256 of a file's content, as <c>sha256-</c> and 64 lower-case hexadecimal digits.</summary>
public readonly record struct ArtifactDigest
{
    private const string Prefix = "sha256-";

    private ArtifactDigest(string value) => Value = value;

    /// <summary>The digest as text; safe in a URL, a file name and JSON.</summary>
    public string Value { get; }

    /// <summary>The digest of content that is in memory.</summary>
    public static ArtifactDigest Of(ReadOnlySpan<byte> content) => FromHash(SHA256.HashData(content));

    /// <summary>The digest from a finished SHA-256 of 32 bytes.</summary>
    public static ArtifactDigest FromHash(ReadOnlySpan<byte> sha256)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(sha256.Length, SHA256.HashSizeInBytes);
        return new ArtifactDigest(Prefix + Convert.ToHexStringLower(sha256));
    }

    /// <summary>Reads a digest from text; false for anything that is not exactly one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ArtifactDigest digest)
    {
        digest = default;
        if (text is null || text.Length != Prefix.Length + 64 || !text.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        foreach (var character in text.AsSpan(Prefix.Length))
        {
            if (!char.IsAsciiHexDigitLower(character)) return false;
        }

        digest = new ArtifactDigest(text);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
