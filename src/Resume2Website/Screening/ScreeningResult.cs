using Resume2Website.Documents;

namespace Resume2Website.Screening;

/// <summary>What screening says of a file: the format it may be read as, or the code of its refusal.</summary>
public sealed record ScreeningResult
{
    /// <summary>The format that the content has; <see cref="DocumentFormat.Unknown"/> where it was refused before that was known.</summary>
    public required DocumentFormat Format { get; init; }

    /// <summary>The file's name as it may be shown and stored.</summary>
    public required string FileName { get; init; }

    /// <summary>Why it is refused (see <see cref="DocumentErrors"/>); null when it is not.</summary>
    public string? Code { get; init; }

    /// <summary>Whether the file may be opened by the reader.</summary>
    public bool IsAccepted => Code is null;
}
