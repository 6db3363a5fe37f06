namespace Resume2Website.Extraction.Llm;

/// <summary>In which form an endpoint is asked first: the strictest, unless it said that it does not know it, and that is asked anew after a while.</summary>
/// <remarks>Thread-safe. What one CV is refused for says nothing of the next: only a refusal that names the form counts for all.</remarks>
internal sealed class LlmFormLadder(TimeProvider time)
{
    /// <summary>How long a form that was refused by its name is not tried.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    /// <summary>The words of endpoints for the field and its values. Who writes them into a CV that the endpoint then quotes gets a looser form for that while, and no more.</summary>
    private static readonly string[] Names = ["response_format", "responseFormat", "response_schema", "responseSchema", "response_mime_type", "json_schema", "json_object", "structured output", "guided_json"];

    private Step _step = new(LlmAnswerForm.Schema, DateTimeOffset.MaxValue);

    /// <summary>The form to begin with.</summary>
    public LlmAnswerForm First => Volatile.Read(ref _step) is var step && time.GetUtcNow() < step.Until ? step.Form : LlmAnswerForm.Schema;

    /// <summary>Whether a refusal is about the form of the answer.</summary>
    /// <param name="refusal">The beginning of what the endpoint said; it is only looked at here.</param>
    public static bool IsAboutForm(string? refusal) => refusal is not null && Array.Exists(Names, name => refusal.Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The endpoint said that it knows no stricter form than this one, and answered in it.</summary>
    public void Settle(LlmAnswerForm form) => Volatile.Write(ref _step, new Step(form, time.GetUtcNow() + Memory));

    private sealed record Step(LlmAnswerForm Form, DateTimeOffset Until);
}
