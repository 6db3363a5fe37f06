using Resume2Website.Screening;

namespace Resume2Website.Stages;

/// <summary>How CVs are processed.</summary>
public sealed class StagesOptions
{
    /// <summary>The largest file that is taken, in bytes.</summary>
    public long MaxUploadBytes { get; set; } = FileScreen.DefaultMaxBytes;

    /// <summary>How long an uploaded file is kept after its site is finished or its processing failed.</summary>
    public TimeSpan OriginalRetention { get; set; } = TimeSpan.FromHours(24);
}
