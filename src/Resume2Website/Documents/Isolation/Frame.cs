namespace Resume2Website.Documents.Isolation;

/// <summary>A frame between host and reader.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Payload">Its bytes.</param>
internal readonly record struct Frame(FrameKind Kind, byte[] Payload);
