using Resume2Website.Resumes;

namespace Resume2Website.Eval;

/// <summary>What became of a document.</summary>
/// <param name="Id">The document's file name without its ending.</param>
/// <param name="Resume">The résumé; null when the document was refused.</param>
/// <param name="Seconds">How long reading and extracting took.</param>
/// <param name="Refusal">Why it was refused; null when it was not.</param>
internal sealed record Prediction(string Id, Resume? Resume, string? Refusal, double Seconds);
