using System.Collections.Concurrent;
using Resume2Website.Extraction;
using Resume2Website.Resumes;

namespace Resume2Website.Tests.Extraction.Llm;

/// <summary>An answer that comes in parts is told of in parts, and nothing that was told of changes.</summary>
public sealed class SectionsAsTheyComeTests
{
    [Fact]
    public async Task Extract_AnAnswerInHalves_TellsOfTheFirstBeforeItAsksForTheSecond()
    {
        await using var world = await ReadingWorld.StartAsync();
        var told = new ConcurrentQueue<ResumePart>();
        List<ResumePart> beforeTheSecond = [];
        world.Model
            .ThenSays(_ => "{ \"basics\": [", finish: "length")
            .ThenSays(request => FakeModel.Json(ReadingWorld.Honest(request)))
            .ThenSays(request =>
            {
                beforeTheSecond = [.. told];
                return FakeModel.Json(ReadingWorld.Honest(request).With("interests", new[] { new { name = request.Span("Taurus with a rising Libra") } }));
            });

        var extracted = await world.Engine.For("job-1").ExtractAsync(world.Document, new Teller(told), TestContext.Current.CancellationToken);

        beforeTheSecond.Select(part => part.Section.Name).Should().Contain(["basics", "work", "skills"]).And.NotContain("interests");
        beforeTheSecond[^1].Resume.Work.Should().HaveCount(1);
        beforeTheSecond[^1].Resume.Interests.Should().BeEmpty("nobody has answered for them");
        beforeTheSecond[^1].Resume.Other.Should().BeEmpty("what is left over is known in the end alone");
        extracted.Resume.Interests.Should().HaveCount(1);
        beforeTheSecond[^1].Resume.Meta!.Provenance!.Keys.Should().OnlyContain(pointer => pointer.StartsWith("/basics/") || pointer.StartsWith("/work/") || pointer.StartsWith("/skills/"));
        told.Select(part => part.Section).Should().BeEquivalentTo(extracted.Sections, "each is told of once, as it is in the end");
        foreach (var part in beforeTheSecond) Text(part.Resume.Work).Should().Be(Text(extracted.Resume.Work));
    }

    [Fact]
    public async Task Extract_WhatIsNoCv_IsToldOfNothing()
    {
        await using var world = await ReadingWorld.StartAsync(string.Join('\n', Enumerable.Repeat("The tide came in slowly over the grey stones.", 30)));
        var told = new ConcurrentQueue<ResumePart>();

        var extracted = await world.Engine.For("job-1").ExtractAsync(world.Document, new Teller(told), TestContext.Current.CancellationToken);

        extracted.IsResume.Should().BeFalse();
        told.Should().BeEmpty();
    }

    private static string Text(IReadOnlyList<WorkEntry> work) => System.Text.Json.JsonSerializer.Serialize(new Resume { Work = work }, ResumeJson.Default.Resume);

    private sealed class Teller(ConcurrentQueue<ResumePart> told) : IProgress<ResumePart>
    {
        public void Report(ResumePart value) => told.Enqueue(value);
    }
}
