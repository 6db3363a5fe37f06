namespace Resume2Website.Templates.Tests;

public sealed class InitialsTests
{
    [Theory]
    [InlineData("Ada Byron", "AB")]
    [InlineData("Ada", "A")]
    [InlineData("josé maría de la cruz", "JC")]
    [InlineData("Byron, Ada", "BA")]
    [InlineData("“Buzz” Aldrin", "BA")]
    [InlineData("Dr. Ada Byron", "AB")]
    [InlineData("Prof. Dr. rer. nat. Jürgen Öz", "JÖ")]
    [InlineData("Prof. Dr. h. c. Anna Muster", "AM")]
    [InlineData("Dipl.-Ing. (FH) Karl Benz", "KB")]
    [InlineData("Dr.-Ing. Karl Benz", "KB")]
    [InlineData("Mrs Ada Byron", "AB")]
    [InlineData("mgr inż. Jan Kowalski", "JK")]
    [InlineData("ד״ר דנה לוי", "דל")]
    [InlineData("ד\"ר דנה לוי", "דל")]
    [InlineData("פרופ׳ דנה לוי", "דל")]
    [InlineData("Ada Byron, PhD", "AB")]
    [InlineData("Ada Byron, Ph.D., MBA", "AB")]
    [InlineData("Ada Byron MBA", "AB")]
    [InlineData("Ada Byron Jr.", "AB")]
    [InlineData("Ada Byron MD", "AB")]
    [InlineData("Ada Byron, MA", "AB")]
    public void Of_AName_LeavesTitlesAndDegreesOut(string name, string initials) => Initials.Of(name).Should().Be(initials);

    [Theory]
    [InlineData("Jack Ma", "JM")]
    [InlineData("Jack MA", "JM")]
    [InlineData("JACK MA", "JM")]
    [InlineData("M. Night Shyamalan", "MS")]
    [InlineData("Phil Collins", "PC")]
    [InlineData("Ing-Marie Berg", "IB")]
    [InlineData("Mag Ruffman", "MR")]
    [InlineData("H. C. Andersen", "HA")]
    public void Of_AName_KeepsWhatOnlyLooksLikeATitle(string name, string initials) => Initials.Of(name).Should().Be(initials);

    [Theory]
    [InlineData("Dr.", "D")]
    [InlineData("Prof. Dr.", "PD")]
    [InlineData("MBA", "M")]
    [InlineData("4ever", "E")]
    [InlineData("4ever Young", "Y")]
    [InlineData("<b>", "B")]
    [InlineData(", ,", "")]
    [InlineData("123", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Of_ATextWithAnyLetter_IsNeverEmpty(string? name, string initials) => Initials.Of(name).Should().Be(initials);
}
