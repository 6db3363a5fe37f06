using Resume2Website.Templates.Preview;

namespace Resume2Website.Templates.Tests.Preview;

public sealed class VisualOrderTests
{
    [Theory]
    [InlineData("Ada Byron", false, "Ada Byron")]
    [InlineData("Ada (Byron)", true, "Ada (Byron)")]
    [InlineData("שלום", true, "םולש")]
    [InlineData("נועה בר־לב", true, "בל־רב העונ")]
    [InlineData("מנהלת (מוצר)", true, "(רצומ) תלהנמ")]
    [InlineData("מפתחת ב־Acme Labs מאז 2019", true, "2019 זאמ Acme Labs־ב תחתפמ")]
    [InlineData("Head of מחקר Ltd", false, "Head of רקחמ Ltd")]
    public void Line_IsSeenAsReadersOfItsScriptExpect(string line, bool rightToLeft, string seen) =>
        VisualOrder.Of(line, rightToLeft).Should().Be(seen);
}
