namespace Resume2Website.Server.Tests.Journey;

/// <summary>The tests that share one browser and one server.</summary>
[CollectionDefinition(Name)]
public sealed class JourneyBrowserGroup : ICollectionFixture<JourneyBrowser>
{
    public const string Name = "journey in a browser";
}
