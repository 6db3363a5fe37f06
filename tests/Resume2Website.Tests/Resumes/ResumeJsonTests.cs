using System.Text.Json;
using Resume2Website.Resumes;

namespace Resume2Website.Tests;

public sealed class ResumeJsonTests
{
    private static readonly Resume Sample = new()
    {
        Basics = new Basics { Name = "Beatrix Oakenshaw", Profiles = [new Profile { Network = "GitHub", Username = "beatrix-o" }] },
        Work = [new WorkEntry { Name = "Orchard House", StartDate = "2015-03", Highlights = ["Pruned trees"] }],
        Talks = [new Talk { Name = "On pears" }],
        Other = [new OtherSection { Title = "Falconry", Lines = ["Keeps two kestrels."] }],
        Meta = new ResumeMeta { Engine = "test", Confidence = new Dictionary<string, double> { ["/basics/name"] = 0.9 } },
    };

    [Fact]
    public void Serialize_Resume_UsesTheNamesOfTheSchema()
    {
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(Sample, ResumeJson.Default.Resume));

        json.RootElement.GetProperty("work")[0].GetProperty("startDate").GetString().Should().Be("2015-03");
        json.RootElement.GetProperty("x-talks")[0].GetProperty("name").GetString().Should().Be("On pears");
        json.RootElement.GetProperty("x-other")[0].GetProperty("lines")[0].GetString().Should().Be("Keeps two kestrels.");
        json.RootElement.GetProperty("meta").GetProperty("confidence").GetProperty("/basics/name").GetDouble().Should().Be(0.9);
        json.RootElement.GetProperty("work")[0].TryGetProperty("endDate", out _).Should().BeFalse();
    }

    [Fact]
    public void Deserialize_WhatWasSerialized_IsTheSame()
    {
        var json = JsonSerializer.Serialize(Sample, ResumeJson.Default.Resume);

        var again = JsonSerializer.Deserialize(json, ResumeJson.Default.Resume)!;

        JsonSerializer.Serialize(again, ResumeJson.Default.Resume).Should().Be(json);
    }
}
