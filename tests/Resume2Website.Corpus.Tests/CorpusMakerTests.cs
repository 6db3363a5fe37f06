using System.Text.Json.Nodes;
using Resume2Website.Corpus.Layouts;
using Resume2Website.Corpus.Truth;

namespace Resume2Website.Corpus.Tests;

/// <summary>What the trainer and the scorer rely on.</summary>
public sealed class CorpusMakerTests
{
    private static readonly string[] Sections =
        ["basics", "summary", "work", "volunteer", "education", "awards", "certificates", "publications", "courses", "skills", "languages", "interests", "references", "projects", "talks", "other"];

    private static readonly string[] Roles =
        ["heading", "name", "label", "contact", "location", "title", "organization", "date", "place", "degree", "score", "url", "text", "bullet", "group", "item", "furniture"];

    [Fact]
    public void Make_SameSeed_SameBytes()
    {
        var (first, second) = (new CorpusMaker(CorpusSet.Train, 7), new CorpusMaker(CorpusSet.Train, 7));
        var formats = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 0; number < 96; number++)
        {
            var (one, other) = (first.Make(number), second.Make(number));
            other.Printed.Content.Should().Equal(one.Printed.Content, one.File);
            TruthJson.Of(other.Cv!).ToJsonString().Should().Be(TruthJson.Of(one.Cv!).ToJsonString());
            formats.Add(one.Format);
        }

        formats.Should().BeEquivalentTo("pdf", "docx", "txt", "md");
    }

    [Fact]
    public void Make_OtherSeed_OtherPeople() =>
        new CorpusMaker(CorpusSet.Train, 8).Draft(0).Document.Cv!.Name.Should().NotBe(new CorpusMaker(CorpusSet.Train, 7).Draft(0).Document.Cv!.Name);

    [Theory]
    [InlineData(CorpusSet.Train)]
    [InlineData(CorpusSet.HeldOut)]
    internal void Truth_EveryValue_StandsInTheDocument(CorpusSet set)
    {
        var maker = new CorpusMaker(set, 3);
        for (var number = 0; number < 240; number++)
        {
            var (document, sheet, _) = maker.Draft(number);
            var text = Letters(string.Concat(SheetWalk.Pieces(sheet).Select(piece => piece.Text)));
            // Who signs stands between what they say and what they are; the name is a value of its own.
            foreach (var (path, value) in Values(TruthJson.Of(document.Cv!), "").SelectMany(pair => pair.Value.Split('\n').Select(line => (pair.Path, line))))
                text.Should().Contain(Letters(value), $"{document.Id} ({document.Layout}) says {path} = {value}");
        }
    }

    [Fact]
    public void Labels_SectionAndRole_AreOfTheSet()
    {
        var maker = new CorpusMaker(CorpusSet.Train, 3);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var label in Enumerable.Range(0, 240).SelectMany(number => maker.Make(number).Printed.Pieces).Select(CorpusWriter.Label))
        {
            Sections.Should().Contain(label["section"]!.GetValue<string>());
            string[] roles = [label["role"]!.GetValue<string>(), .. (label["parts"]?.AsArray() ?? []).Select(part => part!["role"]!.GetValue<string>())];
            roles.Should().BeSubsetOf(Roles);
            label["text"]!.GetValue<string>().Should().NotBeEmpty();
            seen.UnionWith(roles);
        }

        seen.Should().BeEquivalentTo(Roles);
    }

    [Fact]
    public void HeldOut_SharesNothingThatCouldBeLearntByHeart()
    {
        var train = Drafts(CorpusSet.Train, 800);
        var heldOut = Drafts(CorpusSet.HeldOut, 240);
        heldOut.Select(document => document.Cv!.Name).Should().NotIntersectWith(train.Select(document => document.Cv!.Name));
        heldOut.Select(document => document.Layout).Should().NotIntersectWith(train.Select(document => document.Layout));
        heldOut.SelectMany(Employers).Should().NotIntersectWith(train.SelectMany(Employers));
        heldOut.SelectMany(Schools).Should().NotIntersectWith(train.SelectMany(Schools));
        heldOut.Select(Trade).Should().NotIntersectWith(train.Select(Trade));
        LayoutBook.Of(CorpusSet.HeldOut).Select(layout => layout.Entry).Should().NotIntersectWith(LayoutBook.Of(CorpusSet.Train).Select(layout => layout.Entry));
    }

    private static List<CorpusDocument> Drafts(CorpusSet set, int count)
    {
        var maker = new CorpusMaker(set, 1);
        return [.. Enumerable.Range(0, count).Select(number => maker.Draft(number).Document)];
    }

    private static IEnumerable<string> Employers(CorpusDocument document) => document.Cv!.Work.Select(employment => employment.Name).OfType<string>();

    private static IEnumerable<string> Schools(CorpusDocument document) => document.Cv!.Education.Select(school => school.Institution);

    private static string Trade(CorpusDocument document) => document.Person.Split('-')[1];

    private static IEnumerable<(string Path, string Value)> Values(JsonNode? node, string path) => node switch
    {
        JsonObject item => item.SelectMany(pair => Values(pair.Value, $"{path}/{pair.Key}")),
        JsonArray array => array.SelectMany((inner, i) => Values(inner, $"{path}/{i}")),
        // Dates are written in the form of the schema.
        not null when !path.EndsWith("Date", StringComparison.Ordinal) && !path.EndsWith("/date", StringComparison.Ordinal) => [(path, node.GetValue<string>())],
        _ => [],
    };

    private static string Letters(string text) => ReaderTests.Letters(text);
}
