using System.Collections;
using Microsoft.Extensions.Configuration;
using Resume2Website.Extraction.Llm;

namespace Resume2Website.Cli.Running;

/// <summary>The language model that the environment names, as the server's settings do: <c>Resume2Website__Llm__Endpoint</c> and so on.</summary>
internal sealed record LlmEnvironment(LlmOptions Options, IReadOnlyList<string> Problems)
{
    private const string Section = "Resume2Website:Llm";

    public static LlmEnvironment Read()
    {
        var values = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(variable => KeyValuePair.Create(((string)variable.Key).Replace("__", ":", StringComparison.Ordinal), (string?)variable.Value))
            .Where(value => value.Key.StartsWith(Section + ":", StringComparison.OrdinalIgnoreCase));
        try
        {
            var options = new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection(Section).Get<LlmOptions>() ?? new LlmOptions();
            return new LlmEnvironment(options, [.. options.Problems(Section)]);
        }
        catch (InvalidOperationException exception)
        {
            // The binder's own sentence names the key.
            return new LlmEnvironment(new LlmOptions(), [exception.Message]);
        }
    }

    /// <summary>The model, and where it is.</summary>
    /// <exception cref="UsageException">There is none, or its settings are wrong.</exception>
    public LlmIdentity RequireModel()
    {
        if (Problems.Count > 0) throw new UsageException(string.Join(' ', Problems).Replace(Section + ":", "Resume2Website__Llm__", StringComparison.Ordinal));
        return Options.IsConfigured ? new LlmIdentity(Options.Host, Options.Model ?? "") : throw new UsageException("--llm needs a language model: set Resume2Website__Llm__Endpoint and Resume2Website__Llm__Model.");
    }
}
