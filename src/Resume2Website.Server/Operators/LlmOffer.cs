namespace Resume2Website.Server.Operators;

/// <summary>The language model that a person may agree to.</summary>
/// <param name="Host">Where a CV would be sent.</param>
/// <param name="Model">The model's name there.</param>
/// <param name="IsLocal">Whether that is the server's own machine.</param>
/// <param name="Engine">The engine's name, as it stands in the résumé's <c>meta</c>; an upload with consent sends it back.</param>
internal sealed record LlmOffer(string Host, string Model, bool IsLocal, string Engine);
