using Resume2Website.SiteChecks;
using Resume2Website.SiteChecks.Scores;
using Resume2Website.Templates.Tests.People;

namespace Resume2Website.Templates.Tests.Scores;

/// <summary>One page under Lighthouse shows that measuring works; <c>eval/sites.sh</c> measures every template and person.</summary>
[Trait("Speed", "Slow")]
public sealed class LighthouseTests
{
    private const int Least = 95;

    [Fact]
    public async Task RichPage_UnderLighthouse_IsAtLeast95InWhatIsNoTime()
    {
        var site = await Rendering.SiteOf(Person.Rich);
        LighthouseScores scores;
        try
        {
            scores = await Lighthouse.RunAsync(site, cancellationToken: TestContext.Current.CancellationToken);
        }
        catch (ToolMissingException exception)
        {
            Assert.Skip(exception.Message);
            throw;
        }

        scores.Accessibility.Should().BeGreaterThanOrEqualTo(Least, string.Join(", ", scores.Lost));
        scores.BestPractices.Should().BeGreaterThanOrEqualTo(Least, string.Join(", ", scores.Lost));
        scores.Seo.Should().BeGreaterThanOrEqualTo(Least, string.Join(", ", scores.Lost));
        // The fourth is a time, and other tests run beside this one: the command measures it on a quiet machine.
        scores.Performance.Should().BePositive();
    }
}
