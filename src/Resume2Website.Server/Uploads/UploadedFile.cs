using Resume2Website.Documents;

namespace Resume2Website.Server.Uploads;

/// <summary>A file of an upload.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="FileName">Its name; cleaned once it has been screened.</param>
/// <param name="Format">The format that screening found.</param>
internal sealed record UploadedFile(ReadOnlyMemory<byte> Content, string? FileName, DocumentFormat Format = DocumentFormat.Unknown);
