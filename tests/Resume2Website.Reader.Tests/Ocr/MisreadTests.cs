using Resume2Website.Reader.Ocr;

namespace Resume2Website.Reader.Tests.Ocr;

/// <summary>What recognition is known to misread, and what only looks like it.</summary>
public sealed class MisreadTests
{
    [Theory]
    [InlineData("beatrix.oakenshawQ example.com", "beatrix.oakenshaw@example.com")]
    [InlineData("E-Mail: oakenshaw11©mail.example.org", "E-Mail: oakenshaw11@mail.example.org")]
    [InlineData("oakenshaw(Wexample.net", "oakenshaw@example.net")]
    [InlineData("In my own words | am curious", "In my own words I am curious")]
    public void WhatIsKnown_IsPutRight(string read, string printed) => Misread.Correct(read).Should().Be(printed);

    [Theory]
    [InlineData("beatrix@example.com FAQ example.com")]
    [InlineData("FAQ example.com")]
    [InlineData("© 2024 example.com")]
    [InlineData("Porter | Orchard House")]
    public void WhatOnlyLooksLikeIt_StaysAsItIs(string read) => Misread.Correct(read).Should().Be(read);
}
