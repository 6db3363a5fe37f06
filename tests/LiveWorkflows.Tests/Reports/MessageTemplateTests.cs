using LiveWorkflows.Reports;

namespace LiveWorkflows.Tests.Reports;

public sealed class MessageTemplateTests
{
    [Theory]
    [InlineData("No answer from 10.0.0.17:8080 in 30.5 s", "No answer from <ip> in <duration>")]
    [InlineData("Row 17 of 2,000 is wrong", "Row <n> of <n> is wrong")]
    [InlineData("Could not read /home/jane/cv of 'Jane Doe'", "Could not read <path> of <text>")]
    [InlineData("jane.doe@example.org sent resume_jane.pdf", "<mail> sent <file>")]
    [InlineData("Job 3f2504e0-4f89-11d3-9a0c-0305e82c3301 lost lease 0x7ffe", "Job <id> lost lease <hex>")]
    [InlineData("GET https://example.org/a?b=c gave 503 at 2026-03-01T12:00:00Z", "GET <url> gave <n> at <time>")]
    [InlineData("The operation did not finish in the time that is allowed.", "The operation did not finish in the time that is allowed.")]
    [InlineData("two\r\nlines", "two lines")]
    public void Of_AMessage_LeavesWhatIsTheSameEachTime(string message, string template) => MessageTemplate.Of(message).Should().Be(template);

    [Fact]
    public void Of_AVeryLongMessage_IsCut() => MessageTemplate.Of(new string('x', 100_000)).Length.Should().BeLessThanOrEqualTo(MessageTemplate.Longest);

    [Fact]
    public void Clusters_OfTemplatesThatDifferInAWord_AreOneWhateverTheOrder()
    {
        string[] templates = ["Host alpha did not answer in time", "Host beta did not answer in time", "Host gamma did not answer in time", "Disk is full"];

        foreach (var order in new[] { templates, [.. templates.Reverse()] })
        {
            var joined = TemplateClusters.Of(order);
            joined.Values.Distinct().Should().BeEquivalentTo("Host <*> did not answer in time", "Disk is full");
        }
    }

    [Fact]
    public void Clusters_OfShortTemplates_StayApart() =>
        TemplateClusters.Of(["cannot open the file", "cannot close the file"]).Values.Distinct().Should().HaveCount(2);
}
