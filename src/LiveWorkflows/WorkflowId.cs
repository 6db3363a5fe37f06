using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace LiveWorkflows;

/// <summary>What an id of a workflow or a job may look like, the same on every storage technology.</summary>
public static class WorkflowId
{
    /// <summary>The longest id, in characters.</summary>
    public const int MaxLength = 128;

    /// <summary>The characters that RFC 3986 leaves unescaped in a URL.</summary>
    internal static readonly SearchValues<char> Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~");

    /// <summary>A new id of 128 random bits, as 22 URL-safe characters.</summary>
    public static string New()
    {
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        return Base64Url.EncodeToString(random);
    }

    /// <summary>Whether the text is 1 to 128 of the characters A–Z, a–z, 0–9, <c>-</c>, <c>_</c>, <c>.</c> and <c>~</c>.</summary>
    public static bool IsValid([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= MaxLength } && !text.AsSpan().ContainsAnyExcept(Characters);

    /// <summary>Throws when the text is not a valid id.</summary>
    /// <exception cref="ArgumentException">The text is not a valid id.</exception>
    public static void ThrowIfInvalid([NotNull] string? text, [CallerArgumentExpression(nameof(text))] string? parameterName = null)
    {
        if (!IsValid(text)) throw new ArgumentException("An id is 1 to 128 of the characters A–Z, a–z, 0–9, '-', '_', '.' and '~'.", parameterName);
    }
}
