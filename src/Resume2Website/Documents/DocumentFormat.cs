namespace Resume2Website.Documents;

/// <summary>A format of documents, told by content.</summary>
public enum DocumentFormat
{
    /// <summary>Not one of ours.</summary>
    Unknown,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Word, Office Open XML.</summary>
    Docx,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>WebP.</summary>
    WebP,

    /// <summary>TIFF.</summary>
    Tiff,

    /// <summary>HEIC and AVIF, which are told only to be refused with advice.</summary>
    Heic,

    /// <summary>Word 97 to 2003.</summary>
    Doc,

    /// <summary>Rich Text Format.</summary>
    Rtf,

    /// <summary>OpenDocument text.</summary>
    Odt,

    /// <summary>JSON Resume.</summary>
    Json,
}
