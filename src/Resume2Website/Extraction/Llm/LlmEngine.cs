using LiveWorkflows.Records;

namespace Resume2Website.Extraction.Llm;

/// <summary>The language model that may read CVs of people who agreed: one for the whole program, with one circuit for all jobs.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class LlmEngine : IDisposable
{
    private readonly LlmOptions _options;
    private readonly IResumeExtractor _embedded;
    private readonly IRecordStore _records;
    private readonly TimeProvider _time;
    private readonly LlmChat _chat;
    private readonly LlmCircuit _circuit;
    private readonly LlmCaller _caller;

    internal LlmEngine(LlmOptions options, IResumeExtractor embedded, IRecordStore records, TimeProvider time, ILlmCallLimit? limit = null)
    {
        (_options, _embedded, _records, _time) = (options, embedded, records, time);
        _chat = new LlmChat(options, time);
        _circuit = new LlmCircuit(time);
        _caller = new LlmCaller(_chat, _circuit, options, time, limit);
    }

    /// <summary>Which model it is, and where: what a person agrees to.</summary>
    public LlmIdentity Identity => new(_options.Host, _options.Model ?? "");

    /// <summary>Where CVs would be sent: the endpoint's host.</summary>
    public string Host => _options.Host;

    /// <summary>Whether that is this machine.</summary>
    public bool IsLocal => _options.IsLocal;

    /// <summary>Whether calls are made at present; false while the endpoint is left alone because it failed.</summary>
    public bool IsAvailable => _circuit.OpenBecause is null;

    /// <summary>The engine's name and model, as it stands in the résumé's <c>meta</c>.</summary>
    public string Name => LlmExtractor.NameOf(_options);

    /// <inheritdoc />
    public void Dispose() => _chat.Dispose();

    /// <summary>The engine for the CV of one job, whose owner agreed.</summary>
    internal IResumeExtractor For(string jobId) => new LlmExtractor(_embedded, _caller, new JobAnswers(_records, jobId), _options, _time);
}
