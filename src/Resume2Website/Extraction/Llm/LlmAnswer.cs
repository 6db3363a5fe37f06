namespace Resume2Website.Extraction.Llm;

/// <summary>What the model answered.</summary>
/// <param name="Text">The text, whatever it is.</param>
/// <param name="IsCut">Whether the endpoint says that it ends too early.</param>
/// <param name="Tokens">What the call took, as the endpoint counted; 0 when it did not say.</param>
internal sealed record LlmAnswer(string Text, bool IsCut, long Tokens);
