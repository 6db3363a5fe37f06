using System.Collections.Frozen;

namespace Resume2Website.Extraction.Llm;

/// <summary>What a person is told about the reading by a language model: codes, each with one sentence and what to do.</summary>
public static class LlmRemarks
{
    /// <summary>The endpoint is busy, down, silent or out of reach.</summary>
    public const string Unavailable = "llm_unavailable";

    /// <summary>The endpoint does not accept the key.</summary>
    public const string KeyRefused = "llm_key_refused";

    /// <summary>The endpoint does not know the model, or does not speak the expected language.</summary>
    public const string Misconfigured = "llm_misconfigured";

    /// <summary>The CV would cost more than one CV may.</summary>
    public const string BudgetSpent = "llm_budget_spent";

    /// <summary>An answer was cut or not in the agreed form.</summary>
    public const string AnswerUnusable = "llm_answer_unusable";

    /// <summary>The model gave values that are not in the document.</summary>
    public const string ValuesDropped = "llm_values_dropped";

    /// <summary>The model that the person agreed to is no longer the one that is set.</summary>
    public const string NotAsked = "llm_not_asked";

    /// <summary>The language model has been asked as often as it may be here at present.</summary>
    public const string LimitReached = "llm_limit_reached";

    private const string ReadHere = "What it did not read was read by the embedded engine instead.";

    private static readonly FrozenDictionary<string, string> Sentences = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Unavailable] = $"The language model could not be reached at present. {ReadHere}",
        [KeyRefused] = $"The language model's endpoint refuses the key. {ReadHere} The operator should check Resume2Website:Llm:ApiKey.",
        [Misconfigured] = $"The language model's endpoint does not understand the request. {ReadHere} The operator should check Resume2Website:Llm:Endpoint and Model.",
        [BudgetSpent] = $"The CV is longer than a language model may read here. {ReadHere}",
        [AnswerUnusable] = $"Some answers of the language model could not be used. {ReadHere}",
        [NotAsked] = "Another language model, or none, is set here now than the one that was agreed to: the CV was read by the embedded engine.",
        [LimitReached] = $"The language model has been asked as often as it may be here at present. {ReadHere}",
        [ValuesDropped] = "The language model gave values that do not stand in the CV: they were left out.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All codes.</summary>
    public static IReadOnlyList<string> Codes => [.. Sentences.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The sentence of a code.</summary>
    /// <exception cref="KeyNotFoundException">There is no such code.</exception>
    public static string Describe(string code) => Sentences[code];
}
