namespace Resume2Website.Documents.Isolation;

/// <summary>What a frame between host and reader holds.</summary>
internal enum FrameKind : byte
{
    /// <summary>To the reader: the header of a request to inspect, as JSON; a frame with the content follows.</summary>
    Inspect = 1,

    /// <summary>To the reader: the header of a request to read, as JSON; a frame with the content follows.</summary>
    Read = 2,

    /// <summary>To the reader: the document's bytes.</summary>
    Content = 3,

    /// <summary>To the reader: the header of a request to encode a picture anew, as JSON; a frame with the content follows.</summary>
    Picture = 4,

    /// <summary>To the host: the reader has started.</summary>
    Ready = 16,

    /// <summary>To the host: how far the reading is, as JSON.</summary>
    Progress = 17,

    /// <summary>To the host: what the inspection found, as JSON.</summary>
    Report = 18,

    /// <summary>To the host: the document's lines, as JSON.</summary>
    Document = 19,

    /// <summary>To the host: the code of a refusal, as UTF-8.</summary>
    Refusal = 20,

    /// <summary>To the host: a picture, encoded anew as a <see cref="PlainJpeg"/>.</summary>
    SafePicture = 21,
}
