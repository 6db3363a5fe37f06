using Resume2Website.Extraction.Llm;

namespace Resume2Website.Tests.Extraction.Llm;

public sealed class LlmOptionsTests
{
    [Theory]
    [InlineData("ftp://example.org/v1", "m", "Llm:Endpoint")]
    [InlineData("http://models.example.org/v1", "m", "Llm:Endpoint")]
    [InlineData("https://user:secret@models.example.org/v1", "m", "Llm:Endpoint")]
    [InlineData("https://models.example.org/v1", "", "Llm:Model")]
    [InlineData("", "m", "Llm:Endpoint")]
    public void Problems_WrongSetting_NamesItsKey(string endpoint, string model, string key) =>
        new LlmOptions { Endpoint = endpoint, Model = model }.Problems("Llm").Should().ContainSingle().Which.Should().StartWith(key).And.NotContain("secret");

    [Fact]
    public void Problems_KeyWithALineBreak_IsNamedAndNotShown() =>
        new LlmOptions { Endpoint = "http://localhost:1/v1", Model = "m", ApiKey = "secret\n" }.Problems("Llm").Should().ContainSingle().Which.Should().StartWith("Llm:ApiKey").And.NotContain("secret");

    [Theory]
    [InlineData("http://localhost:11434/v1", "localhost:11434", true)]
    [InlineData("http://[::1]:8000/v1", "[::1]:8000", true)]
    [InlineData("https://api.openai.com/v1", "api.openai.com", false)]
    [InlineData("https://localhost.example.org/v1", "localhost.example.org", false)]
    public void Host_OfAnEndpoint_SaysWhetherItIsThisMachine(string endpoint, string host, bool isLocal)
    {
        var options = new LlmOptions { Endpoint = endpoint, Model = "m" };
        options.Problems("Llm").Should().BeEmpty();
        (options.Host, options.IsLocal, options.IsConfigured).Should().Be((host, isLocal, true));
    }

    [Fact]
    public void Default_IsOff() => (new LlmOptions().IsConfigured, new LlmOptions().Problems("Llm").Any()).Should().Be((false, false));
}
