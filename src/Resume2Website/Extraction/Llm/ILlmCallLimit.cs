namespace Resume2Website.Extraction.Llm;

/// <summary>What a host allows the language model to be asked over all CVs, because each request costs it something.</summary>
public interface ILlmCallLimit
{
    /// <summary>Takes the leave for one request; false when there is none at present, and the CV is then read by the embedded engine.</summary>
    bool TryTake();
}
