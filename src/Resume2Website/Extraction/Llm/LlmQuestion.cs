using System.Text.Json;

namespace Resume2Website.Extraction.Llm;

/// <summary>What the model is asked.</summary>
/// <param name="Instruction">What it is to do: the same for every CV.</param>
/// <param name="Content">The CV's lines as delimited data, and which sections are wanted.</param>
/// <param name="Schema">The form of the answer.</param>
internal sealed record LlmQuestion(string Instruction, string Content, JsonElement Schema)
{
    /// <summary>How many characters are sent.</summary>
    public int Length { get; } = Instruction.Length + Content.Length + Schema.GetRawText().Length;
}
