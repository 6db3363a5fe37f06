using System.Text.Json;
using Resume2Website.Resumes;
using Resume2Website.Stages;

namespace Resume2Website.Tests.Stages;

/// <summary>What is known of a document stays with the texts that are still its own, wherever an edit has put them.</summary>
public sealed class EditedResumeTests
{
    private static readonly Resume Read = WithPlaces(new Resume
    {
        Basics = new Basics { Name = "Beatrix Oakenshaw", Location = new Location { City = "Kent" } },
        Work =
        [
            new WorkEntry { Position = "Porter", Name = "Hotel Meridian", StartDate = "2019", Highlights = ["Kept the keys", "Carried trunks"] },
            new WorkEntry { Position = "Gardener", Name = "Walled Garden", StartDate = "2019", Highlights = ["Pruned", "Grafted"] },
            new WorkEntry { Position = "Head Gardener", Name = "Orchard House", StartDate = "2021" },
        ],
    });

    [Fact]
    public void Parse_Unchanged_KnowsAllItKnew() => Known(Read, Read).Should().BeEquivalentTo(Read.Meta!.Provenance!.ToDictionary(place => place.Key, place => place.Value.Line));

    [Fact]
    public void Parse_EntryTakenOut_LeavesTheOthersTheirOwnPlaces()
    {
        var known = Known(Read with { Work = [.. Read.Work.Skip(1)] }, Read);

        known["/work/0/startDate"].Should().Be(LineOf("/work/1/startDate"));
        known["/work/0/highlights/1"].Should().Be(LineOf("/work/1/highlights/1"));
        known["/work/1/position"].Should().Be(LineOf("/work/2/position"));
        known.Should().NotContainKey("/work/2/position");
    }

    [Fact]
    public void Parse_TextChangedBelowAnEntryTakenOut_IsTheOnlyOneThatForgets()
    {
        var known = Known(Read with { Work = [Read.Work[1] with { Highlights = ["Pruned", "Grafted pears"] }, Read.Work[2]] }, Read);

        known["/work/0/position"].Should().Be(LineOf("/work/1/position"));
        known["/work/0/highlights/0"].Should().Be(LineOf("/work/1/highlights/0"));
        known.Should().NotContainKey("/work/0/highlights/1");
    }

    [Fact]
    public void Parse_TextPutBack_IsKnownAgain()
    {
        var renamed = Read with { Basics = Read.Basics with { Name = "B. Oakenshaw" }, Meta = Read.Meta! with { Provenance = null, Confidence = null } };

        Parse(Read, renamed, Read).Meta!.Confidence.Should().BeEquivalentTo(Read.Meta!.Confidence);
    }

    [Fact]
    public void Parse_LongTextOfTheDocument_CanBePutBack()
    {
        var read = Read with { Work = [.. Enumerable.Range(0, 1_500).Select(_ => new WorkEntry { Name = "Orchard House" })], Education = [new EducationEntry { Institution = new string('x', 3_000) }] };
        var shorter = read with { Work = [], Education = [] };

        Parse(read, shorter, read).Education[0].Institution.Should().HaveLength(3_000);
    }

    [Fact]
    public void Parse_PartOfAPlaceChanged_ForgetsTheWholeOfIt()
    {
        var moved = Read with { Basics = Read.Basics with { Location = new Location { City = "Bath" } } };

        Known(moved, Read).Should().NotContainKey("/basics/location").And.ContainKey("/basics/name");
    }

    private static int LineOf(string pointer) => Read.Meta!.Provenance![pointer].Line;

    private static Dictionary<string, int> Known(Resume edited, Resume read) => Parse(edited, read, read).Meta!.Provenance!.ToDictionary(place => place.Key, place => place.Value.Line);

    private static Resume Parse(Resume edited, Resume before, Resume read) =>
        EditedResume.Parse(JsonSerializer.SerializeToUtf8Bytes(edited, ResumeJson.Default.Resume), before, read);

    // A line of its own for every text, and for the place as a whole.
    private static Resume WithPlaces(Resume resume)
    {
        string[] pointers = [.. Sites.Gates.ResumeValues.Of(resume).Select(value => value.Pointer), "/basics/location"];
        return resume with
        {
            Meta = new ResumeMeta
            {
                Confidence = pointers.ToDictionary(pointer => pointer, _ => 0.9),
                Provenance = pointers.Select((pointer, i) => (pointer, i)).ToDictionary(pair => pair.pointer, pair => new ValueProvenance { Page = 1, Line = pair.i + 1, Lines = [pair.i + 1], Box = [] }),
            },
        };
    }
}
