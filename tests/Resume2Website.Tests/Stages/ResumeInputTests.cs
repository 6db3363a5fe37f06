using System.Text;
using System.Text.Json;
using LiveWorkflows.Errors;
using Resume2Website.Extraction;
using Resume2Website.Stages;

namespace Resume2Website.Tests.Stages;

public sealed class ResumeInputTests
{
    /// <summary>Every field of the schema of JSON Resume, version 1.0.0.</summary>
    private const string Whole = """
        {"$schema":"https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
         "basics":{"name":"Ada Example","label":"Gardener","image":"ada.png","email":"ada@example.org","phone":"+49 30 901820","url":"https://ada.example.org","summary":"Grows apples.",
           "location":{"address":"Apple Lane 1","postalCode":"22100","city":"Lund","countryCode":"SE","region":"Skåne"},
           "profiles":[{"network":"GitHub","username":"ada","url":"https://github.com/ada"}]},
         "work":[{"name":"Orchards AB","location":"Lund","description":"Fruit","position":"Head Gardener","url":"https://orchards.example.org","startDate":"2019-03","endDate":"2024","summary":"Led.","highlights":["900 trees"]}],
         "volunteer":[{"organization":"Bees","position":"Keeper","url":"https://bees.example.org","startDate":"2015","endDate":"2016","summary":"Kept.","highlights":["Honey"]}],
         "education":[{"institution":"University of Lund","url":"https://lund.example.org","area":"Botany","studyType":"MSc","startDate":"2010","endDate":"2015","score":"5.0","courses":["Trees"]}],
         "awards":[{"title":"Golden Apple","date":"2020-05-01","awarder":"Town","summary":"For apples."}],
         "certificates":[{"name":"Pruner","date":"2018","url":"https://prune.example.org","issuer":"Guild"}],
         "publications":[{"name":"On Apples","publisher":"Fruit Press","releaseDate":"2021","url":"https://press.example.org","summary":"A book."}],
         "skills":[{"name":"Pruning","level":"Master","keywords":["Winter"]}],
         "languages":[{"language":"Swedish","fluency":"Native"}],
         "interests":[{"name":"Bees","keywords":["Honey"]}],
         "references":[{"name":"Bo Example","reference":"She is good."}],
         "projects":[{"name":"Cider","description":"Press","highlights":["Won"],"keywords":["Juice"],"startDate":"2020","endDate":"2021","url":"https://cider.example.org","roles":["Lead"],"entity":"Orchards AB","type":"product"}],
         "meta":{"canonical":"https://ada.example.org/resume.json","version":"v1.0.0","lastModified":"2026-01-02T03:04:05"}}
        """;

    [Fact]
    public void Parse_EveryFieldOfTheSchema_Survives()
    {
        var extracted = Parse(Encoding.UTF8.GetBytes(Whole));

        extracted.Notes.Should().BeNull();
        var given = JsonElement.Parse(Whole);
        var kept = JsonElement.Parse(ResumeFile.Write(extracted.Resume));
        Leaves(given, "").Should().BeSubsetOf(Leaves(kept, ""));
    }

    [Theory]
    [InlineData("Present")]
    [InlineData("present.")]
    [InlineData("to date")]
    [InlineData("Heute")]
    [InlineData("aujourd’hui")]
    [InlineData("Actualidad")]
    [InlineData("até o momento")]
    [InlineData("obecnie")]
    [InlineData("היום")]
    [InlineData("עד היום")]
    [InlineData("至今")]
    public void Parse_AnEndThatIsAWordForNow_IsAnOpenEnd(string end)
    {
        var json = $$"""
            {"work":[{"name":"A","startDate":"2019","endDate":"{{end}}"}],"education":[{"startDate":"2019","endDate":"{{end}}"}],
             "volunteer":[{"startDate":"2019","endDate":"{{end}}"}],"projects":[{"startDate":"2019","endDate":"{{end}}"}]}
            """;

        var resume = Parse(Encoding.UTF8.GetBytes(json)).Resume;

        string?[] ends = [resume.Work[0].EndDate, resume.Education[0].EndDate, resume.Volunteer[0].EndDate, resume.Projects[0].EndDate];
        ends.Should().OnlyContain(kept => kept == null);
    }

    [Theory]
    [InlineData("2019", "2020-05")]
    [InlineData("2019", "Spring 2020")]
    [InlineData("2019", "Present arms")]
    [InlineData("", "Present")]
    public void Parse_AnyOtherEnd_StaysAsItIs(string start, string end) =>
        Parse(Encoding.UTF8.GetBytes($$"""{"work":[{"name":"A","startDate":"{{start}}","endDate":"{{end}}"}]}""")).Resume.Work[0].EndDate.Should().Be(end);

    [Fact]
    public void Parse_FieldsThatTheSchemaDoesNotHave_AreCounted()
    {
        var extracted = Parse("""{"basics":{"name":"Ada","shoeSize":38,"location":{"planet":"Earth"}},"work":[{"name":"A","boss":{"name":"Bo","age":3}}],"hobbies":["x"]}"""u8);

        extracted.Notes!.Remarks.Should().Equal("fields_dropped");
        extracted.Notes.Counts["fields_dropped"].Should().Be(4);
    }

    [Theory]
    [InlineData("{\"basics\": 3}", "resume_malformed", "at basics ")]
    [InlineData("{\"basics\":{},\"work\":[{\"name\":\"A\"},{\"startDate\":2019}]}", "resume_malformed", "at work[1].startDate ")]
    [InlineData("{\"education\":[{\"score\":[1]}]}", "resume_malformed", "at education[0].score ")]
    [InlineData("{\"meta\":{\"confidence\":{\"Quorblina\":\"x\"}}}", "resume_malformed", "form of a JSON Resume")]
    [InlineData("[1, 2]", "resume_malformed", "at its beginning ")]
    [InlineData("{\"books\": []}", "resume_malformed", "form of a JSON Resume")]
    [InlineData("{\n  \"basics\": {\n    \"name\": \"Ada\"\n    \"label\": \"B\"\n  }\n}", "json_invalid", "in line 4, ")]
    [InlineData("{\"basics\": {\"name\": \"Ada\"", "json_invalid", "in line 1, ")]
    public void Parse_WhatIsNoResume_SaysWhere(string json, string code, string place)
    {
        var error = Assert.Throws<WorkflowException>(() => Parse(Encoding.UTF8.GetBytes(json))).Error;

        error.Code.Should().Be(code);
        error.Message.Should().Contain(place).And.NotContain("Quorblina");
        error.RecoverySuggestions.Should().NotBeEmpty();
    }

    private static ExtractedResume Parse(ReadOnlySpan<byte> json) => ResumeInput.Parse(json, ResumeLimits.OfNewOne);

    private static IEnumerable<string> Leaves(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field => Leaves(field.Value, $"{path}/{field.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, index) => Leaves(item, $"{path}/{index}")),
        _ => [$"{path}={element}"],
    };
}
