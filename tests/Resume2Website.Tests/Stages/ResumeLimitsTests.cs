using System.Text.Json;
using LiveWorkflows.Errors;
using Resume2Website.Resumes;
using Resume2Website.Stages;

namespace Resume2Website.Tests.Stages;

/// <summary>A résumé in JSON holds as much text as a document may, and what was read from a document may stay.</summary>
public sealed class ResumeLimitsTests
{
    private static readonly Resume Empty = new();

    public static TheoryData<string, object> TooMuch { get; } = new()
    {
        { "at basics.name has 2,001", new { basics = new { name = Text(2_001) } } },
        { "at work[0].summary has 20,001", new { work = new[] { new { summary = Text(20_001) } } } },
        { "at work[0].highlights[1] has 20,001", new { work = new[] { new { highlights = new[] { "", Text(20_001) } } } } },
        { "at skills[0].keywords[0] has 2,001", new { skills = new[] { new { keywords = new[] { Text(2_001) } } } } },
        { "at skills has 1,001", new { skills = Enumerable.Repeat(new { name = "C#" }, 1_001) } },
        { "have 200,001 characters together", new { basics = new { name = "A" }, work = Enumerable.Repeat(new { summary = Text(20_000) }, 10) } },
        { "have 6,006 entries together", new { work = Enumerable.Repeat(new { highlights = Enumerable.Repeat("", 1_000) }, 6) } },
    };

    public static TheoryData<object> Enough { get; } =
    [
        new { basics = new { name = Text(2_000), summary = Text(20_000) } },
        new { work = Enumerable.Repeat(new { summary = Text(20_000) }, 10) },
        new { skills = Enumerable.Repeat(new { name = "C#" }, 1_000) },
        new { basics = new { name = "Ada", image = Text(300_000), memoirs = Text(300_000) } },
    ];

    [Theory]
    [MemberData(nameof(TooMuch))]
    public void Edit_WithMoreThanMayBe_IsRefusedAndSaysWhere(string hint, object resume)
    {
        var error = Assert.Throws<WorkflowException>(() => Parse(resume, Empty)).Error;

        (error.Code, error.Category).Should().Be(("resume_too_large", ErrorCategory.Input));
        error.Message.Should().Contain(hint).And.NotContain("xxx");
        error.RecoverySuggestions.Should().NotBeEmpty();
        Assert.Throws<WorkflowException>(() => ResumeInput.Parse(JsonSerializer.SerializeToUtf8Bytes(resume), ResumeLimits.OfNewOne)).Error.Code.Should().Be("resume_too_large");
    }

    [Theory]
    [MemberData(nameof(Enough))]
    public void Edit_WithAsMuchAsMayBe_IsTaken(object resume) => Parse(resume, Empty).Should().NotBeNull();

    [Fact]
    public void Edit_OfMoreThanMayBe_MayKeepIt_AndNotAddToIt()
    {
        var before = new Resume { Other = [.. Enumerable.Range(0, 12).Select(number => new OtherSection { Title = $"Part {number}", Lines = [Text(25_000)] })] };

        Parse(new Dictionary<string, object> { ["x-other"] = before.Other.Reverse().Select(section => new { title = section.Title, lines = section.Lines }) }, before).Other.Should().HaveCount(12);
        Assert.Throws<WorkflowException>(() => Parse(new Dictionary<string, object> { ["x-other"] = new[] { new { lines = new[] { Text(25_001) } } } }, before)).Error.Message.Should().Contain("x-other[0].lines[0]");
        Assert.Throws<WorkflowException>(() => Parse(new Dictionary<string, object> { ["x-other"] = Enumerable.Repeat(new { lines = before.Other[0].Lines }, 13) }, before)).Error.Message.Should().Contain("together");
    }

    private static Resume Parse(object resume, Resume before) => EditedResume.Parse(JsonSerializer.SerializeToUtf8Bytes(resume), before, before);

    private static string Text(int length) => new('x', length);
}
