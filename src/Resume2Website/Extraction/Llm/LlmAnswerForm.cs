namespace Resume2Website.Extraction.Llm;

/// <summary>How strictly an endpoint can be held to the form of an answer, the strictest first.</summary>
internal enum LlmAnswerForm
{
    /// <summary>By a JSON schema.</summary>
    Schema,

    /// <summary>To JSON of any form.</summary>
    Json,

    /// <summary>By the instruction alone.</summary>
    Text,
}
