using Resume2Website.Documents;

namespace Resume2Website.Bench.Documents;

/// <summary>A CV of a person who does not exist.</summary>
/// <param name="Name">Its file's name.</param>
/// <param name="Content">The file.</param>
/// <param name="Format">Its format.</param>
internal sealed record InventedCv(string Name, byte[] Content, DocumentFormat Format);
