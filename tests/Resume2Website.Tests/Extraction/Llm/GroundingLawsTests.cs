using System.Text.Json;
using CsCheck;
using Resume2Website.Documents;
using Resume2Website.Extraction;
using Resume2Website.Extraction.Llm;
using Resume2Website.Extraction.Parsing;
using Resume2Website.Extraction.Rules;
using Resume2Website.Resumes;

namespace Resume2Website.Tests.Extraction.Llm;

/// <summary>What holds whatever a model answers.</summary>
public sealed class GroundingLawsTests
{
    private static readonly string[] Texts =
        ["BEATRIX OAKENSHAW", "orchard house ltd", "Kent", "03/2015 – present", "Grafting", "C#", "Stanford University", "CEO", "", " ", "\t", "é", "\uD83D\uDE00", "\uD800", "a", "2015", "<script>", "Taurus with a rising Libra", "trees a year Taught"];

    private static readonly Gen<string> Values =
        from line in Gen.Int[-2, 16]
        from text in Gen.OneOf(Gen.Int[0, Texts.Length - 1].Select(i => Texts[i]), Gen.String[0, 12])
        from isBroken in Gen.Int[0, 9]
        select isBroken switch { 0 => "null", 1 => "7", 2 => JsonSerializer.Serialize(text), _ => JsonSerializer.Serialize(new { line, text }) };

    private static readonly Gen<string> Entries =
        from values in Values.Array[12]
        from lines in Gen.Int[-1, 16].Array[0, 6]
        let numbers = $"[{string.Join(',', lines)}]"
        select $$"""
            {"name":{{values[0]}},"label":{{values[1]}},"title":{{values[2]}},"organization":{{values[3]}},"location":{{values[4]}},"dates":{{values[5]}},"studyType":{{values[6]}},
            "area":{{values[7]}},"score":{{values[8]}},"language":{{values[9]}},"fluency":{{values[10]}},"keywords":[{{values[11]}},{{values[0]}}],"summary":{{numbers}},"highlights":{{numbers}},"text":{{numbers}}}
            """;

    private static readonly Gen<string> Answers =
        from entries in Entries.Array[0, 3].Array[13]
        select $"{{{string.Join(',', entries.Select((section, i) => $"\"{SectionShape.All[i].Name}\":[{string.Join(',', section)}]"))}}}";

    [Fact]
    public void Extract_AnyAnswer_EveryWordStandsInTheDocumentAndNoneIsLost() => Answers.Hold(answer =>
    {
        var document = Sheet.Text(ReadingWorld.Cv);
        var resume = Read(document, answer).Resume;
        var source = TextFolding.Squash(string.Concat(document.Lines.Select(line => line.Text)));
        foreach (var word in Strings(JsonSerializer.SerializeToElement(resume with { Meta = null }, ResumeJson.Default.Resume)).Where(text => !IsDate(text)).SelectMany(TextFolding.Words))
            source.Should().Contain(word);
        resume.Meta!.Coverage.Should().Be(1);
        resume.Meta.Provenance!.Keys.Where(pointer => !pointer.StartsWith("/x-other/", StringComparison.Ordinal)).Should().BeEquivalentTo(resume.Meta.Confidence!.Keys);
        resume.Meta.Confidence!.Values.Should().OnlyContain(value => value >= 0 && value <= 1);
    }, 200, answer => answer);

    private static ExtractedResume Read(SourceDocument document, string answer)
    {
        var options = new LlmOptions { Endpoint = "http://127.0.0.1:9/v1", Model = "none" };
        using var chat = new LlmChat(options, TimeProvider.System);
        var caller = new LlmCaller(chat, new LlmCircuit(TimeProvider.System), options, TimeProvider.System);
        return new LlmExtractor(new RuleExtractor(), caller, new KnownAnswer(answer), options, TimeProvider.System).ExtractAsync(document).GetAwaiter().GetResult();
    }

    private static bool IsDate(string text) => text.Length is 4 or 7 or 10 && text.All(character => char.IsAsciiDigit(character) || character == '-');

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Strings(member.Value)),
        _ => [],
    };

    /// <summary>A store that has the answer to every question.</summary>
    private sealed class KnownAnswer(string answer) : ILlmAnswerStore
    {
        public ValueTask<string?> FindAsync(string key, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(answer);

        public ValueTask KeepAsync(string key, string kept, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
