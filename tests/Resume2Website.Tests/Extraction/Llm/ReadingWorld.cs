using LiveWorkflows.Records;
using Resume2Website.Documents;
using Resume2Website.Extraction;
using Resume2Website.Extraction.Llm;
using Resume2Website.Extraction.Rules;

namespace Resume2Website.Tests.Extraction.Llm;

/// <summary>A model, the engine that asks it, and the CV of a gardener who does not exist.</summary>
internal sealed class ReadingWorld : IAsyncDisposable
{
    public const string Cv = """
        BEATRIX OAKENSHAW
        Head Gardener
        Bristol, Somerset | 07700 900123 | beatrix@example.org

        WHAT I DID SO FAR
        Orchard House Ltd in Kent, 03/2015 – present: Head Gardener
        - Pruned four hundred trees a year
        - Taught six apprentices

        SKILLS
        Grafting, Pruning, C#

        SIGNS OF ZODIAC
        Taurus with a rising Libra
        """;

    private ReadingWorld(FakeModel model) => Model = model;

    public FakeModel Model { get; }

    public JumpingTime Time { get; } = new(TimeSpan.FromSeconds(60));

    public InMemoryRecordStore Records { get; } = new();

    public LlmOptions Options => field ??= new LlmOptions { Endpoint = Model.Endpoint, Model = "fake-1", ApiKey = "sk-test" };

    public LlmEngine Engine => field ??= new LlmEngine(Options, new RuleExtractor(), Records, Time, Limit);

    /// <summary>What the host allows; null for as much as is asked.</summary>
    public ILlmCallLimit? Limit { get; set; }

    public SourceDocument Document { get; init; } = Sheet.Text(Cv);

    public static async Task<ReadingWorld> StartAsync(string cv = Cv) => new(await FakeModel.StartAsync(Honest)) { Document = Sheet.Text(cv) };

    public Task<ExtractedResume> ReadAsync(string jobId = "job-1") => Engine.For(jobId).ExtractAsync(Document, cancellationToken: TestContext.Current.CancellationToken);

    public Task<ExtractedResume> ReadEmbeddedAsync() => new RuleExtractor().ExtractAsync(Document);

    /// <summary>What a good model says of the gardener.</summary>
    public static Dictionary<string, object> Honest(ModelRequest request)
    {
        var answer = new Dictionary<string, object>
        {
            ["basics"] = new[] { new { name = request.Span("BEATRIX OAKENSHAW"), label = request.Span("Head Gardener"), summary = Array.Empty<int>() } },
            ["work"] = new[]
            {
                new
                {
                    title = new { line = request.NumberOf("Kent"), text = "Head Gardener" },
                    organization = request.Span("Orchard House Ltd"),
                    location = request.Span("Kent"),
                    dates = request.Span("03/2015 – present"),
                    summary = Array.Empty<int>(),
                    highlights = new[] { request.NumberOf("Pruned four"), request.NumberOf("Taught six") },
                },
            },
            ["skills"] = new[] { new { name = (object?)null, keywords = new[] { request.Span("Grafting"), new { line = request.NumberOf("Grafting"), text = "Pruning" }, request.Span("C#") } } },
        };
        foreach (var section in request.Wanted) answer.TryAdd(section, Array.Empty<object>());
        foreach (var section in answer.Keys.Except(request.Wanted).ToList()) answer.Remove(section);
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        Engine.Dispose();
        await Model.DisposeAsync();
    }
}
