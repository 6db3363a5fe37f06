namespace Resume2Website.Extraction.Llm;

/// <summary>Which language model, and where: consent to one holds for no other.</summary>
/// <param name="Host">The endpoint's host, with the port where it is not the usual one.</param>
/// <param name="Model">The model's name at the endpoint.</param>
public sealed record LlmIdentity(string Host, string Model);
