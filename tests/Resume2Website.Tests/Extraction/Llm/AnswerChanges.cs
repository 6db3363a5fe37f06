namespace Resume2Website.Tests.Extraction.Llm;

/// <summary>Changes an honest answer.</summary>
internal static class AnswerChanges
{
    /// <summary>The answer with another section in the place of its own, where that is wanted.</summary>
    public static Dictionary<string, object> With(this Dictionary<string, object> answer, string section, object entries)
    {
        if (answer.ContainsKey(section)) answer[section] = entries;
        return answer;
    }
}
