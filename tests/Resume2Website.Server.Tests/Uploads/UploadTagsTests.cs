using Resume2Website.Server.Problems;
using Resume2Website.Server.Uploads;

namespace Resume2Website.Server.Tests.Uploads;

public class UploadTagsTests
{
    [Theory]
    [InlineData("""{"a": "\ud800"}""")]
    [InlineData("""{"\ud800": "b"}""")]
    [InlineData("""{"a": 1}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public void Parse_WhatIsNoObjectOfTexts_IsRefused(string json)
    {
        var parse = () => UploadTags.Parse(json);

        parse.Should().Throw<RefusedException>().Which.Problem.StatusCode.Should().Be(400);
    }
}
