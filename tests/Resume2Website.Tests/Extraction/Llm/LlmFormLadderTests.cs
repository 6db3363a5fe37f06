using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Llm;

namespace Resume2Website.Tests.Extraction.Llm;

/// <summary>Endpoints that do not take the strictest form of an answer, and what the requests for other forms cost.</summary>
public sealed class LlmFormLadderTests
{
    private const string NoSchemas = "Unknown name \"response_format\": Cannot find field.";
    private const string TooLong = "This model's maximum context length is 8192 tokens.";

    [Fact]
    public async Task KnowsNoSchemas_IsAskedInSimplerFormsAndThenAtOnce()
    {
        await using var world = await ReadingWorld.StartAsync();
        world.Model.ThenRefuses(400, message: NoSchemas).ThenRefuses(422, message: NoSchemas);

        await ShouldReadByTheModelAsync(world, "job-1", requests: 3);
        await ShouldReadByTheModelAsync(world, "job-2", requests: 1);

        Forms(world).Should().Equal("json_schema", "json_object", "text", "text");
    }

    [Fact]
    public async Task KnowsNoSchemas_ForAWhile_IsAskedForThemAgain()
    {
        await using var world = await ReadingWorld.StartAsync();
        world.Model.ThenRefuses(400, message: NoSchemas);
        await ShouldReadByTheModelAsync(world, "job-1", requests: 2);

        world.Time.Advance(LlmFormLadder.Memory);
        await ShouldReadByTheModelAsync(world, "job-2", requests: 1);

        Forms(world).Should().Equal("json_schema", "json_object", "json_schema");
    }

    [Theory]
    [InlineData(TooLong)]
    [InlineData("refused")]
    public async Task RefusesOneCv_TheNextIsAskedInTheStrictestForm(string message)
    {
        await using var world = await ReadingWorld.StartAsync();
        world.Model.ThenRefuses(400, message: message);

        await ShouldReadByTheModelAsync(world, "job-1", requests: 2);
        await ShouldReadByTheModelAsync(world, "job-2", requests: 1);

        Forms(world).Should().Equal("json_schema", "json_object", "json_schema");
    }

    [Fact]
    public async Task OtherForms_AreRequestsThatTheBudgetCounts()
    {
        await using var world = await ReadingWorld.StartAsync();
        world.Options.MaxCalls = 2;
        world.Model.ThenRefuses(400).ThenRefuses(400);

        var extracted = await world.ReadAsync();

        world.Model.Requests.Should().HaveCount(2);
        extracted.Notes!.Remarks.Should().Equal(LlmRemarks.BudgetSpent);
        extracted.Notes.Counts["llm_calls"].Should().Be(2);
        world.Engine.IsAvailable.Should().BeTrue();
    }

    [Fact]
    public async Task OtherForms_SendCharactersThatTheBudgetCounts()
    {
        await using var world = await ReadingWorld.StartAsync();
        var question = LlmPrompt.Of(new NumberedLines(LayoutAnalysis.Analyze(world.Document)), SectionShape.All);
        world.Options.MaxCharacters = (2 * question.Length) - 1;
        world.Model.ThenRefuses(400);

        var extracted = await world.ReadAsync();

        extracted.Notes!.Remarks.Should().Equal(LlmRemarks.BudgetSpent);
        world.Model.Requests.Should().HaveCount(1, "the CV would have been sent once more than it may cost");
    }

    [Fact]
    public async Task LimitOverAllCvs_IsTakenByEveryRequestAndThenTheEmbeddedEngineReads()
    {
        await using var world = await ReadingWorld.StartAsync();
        var limit = new Allowed(3);
        world.Limit = limit;
        world.Model.ThenRefuses(500).ThenRefuses(400);

        await ShouldReadByTheModelAsync(world, "job-1", requests: 3);
        var extracted = await world.ReadAsync("job-2");

        extracted.Notes!.Remarks.Should().Equal(LlmRemarks.LimitReached);
        extracted.Resume.Meta!.Engine.Should().Be("rules-1");
        world.Model.Requests.Should().HaveCount(3);
        world.Engine.IsAvailable.Should().BeTrue("the endpoint has done nothing wrong");
    }

    private static IEnumerable<string> Forms(ReadingWorld world) => world.Model.Requests.Select(request => request.Form);

    private static async Task ShouldReadByTheModelAsync(ReadingWorld world, string jobId, int requests)
    {
        var extracted = await world.ReadAsync(jobId);
        extracted.Notes!.Remarks.Should().BeEmpty();
        extracted.Resume.Meta!.Engine.Should().Be(world.Engine.Name);
        extracted.Notes.Counts["llm_calls"].Should().Be(requests);
    }

    private sealed class Allowed(int requests) : ILlmCallLimit
    {
        private int _left = requests;

        public bool TryTake() => Interlocked.Decrement(ref _left) >= 0;
    }
}
